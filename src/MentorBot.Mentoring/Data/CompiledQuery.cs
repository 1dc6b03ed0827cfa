using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace MentorBot.Mentoring.Data;

/// <summary>A question that every message asks, translated once: finding its translation anew costs more than asking it.</summary>
/// <remarks>EF's compiled queries belong to one model, and each kind of database has its own.</remarks>
/// <typeparam name="TQuery">What <see cref="EF.CompileAsyncQuery{TContext, TResult}(System.Linq.Expressions.Expression{Func{TContext, DbSet{TResult}}})"/> and its like return.</typeparam>
internal sealed class CompiledQuery<TQuery>(Func<TQuery> compile)
    where TQuery : Delegate
{
    private readonly ConditionalWeakTable<IModel, TQuery> _byModel = [];

    /// <summary>The question, to be asked of a context's database.</summary>
    public TQuery For(MentorBotDb db) => _byModel.GetValue(db.Model, _ => compile());
}
