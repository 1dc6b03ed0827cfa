using Microsoft.AspNetCore.Diagnostics;

namespace MentorBot.Web;

/// <summary>Answers what went wrong: people get a friendly page, scripts problem details (RFC 9457) or the bare status. Neither shows why.</summary>
internal static class Errors
{
    private const string Page = "/error";

    public static IServiceCollection AddErrors(this IServiceCollection services) => services.AddProblemDetails().AddExceptionHandler<ScriptErrors>();

    public static void UseErrors(this IApplicationBuilder app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandlingPath = Page,
            StatusCodeSelector = error => error is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError,
            // What somebody sent wrongly is no fault of ours to report.
            SuppressDiagnosticsCallback = error => error.Exception is BadHttpRequestException,
        });
        app.UseStatusCodePagesWithReExecute(Page);
        app.Use((context, next) =>
        {
            if (!IsForPeople(context)) context.Features.Get<IStatusCodePagesFeature>()!.Enabled = false;
            return next(context);
        });
    }

    private static bool IsForPeople(HttpContext context) => context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal);

    private sealed class ScriptErrors(IProblemDetailsService problems, ILogger<ScriptErrors> log) : IExceptionHandler
    {
        public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
        {
            if (exception is not BadHttpRequestException) log.RequestFailed(exception.GetType().Name, exception.TargetSite?.DeclaringType?.Name);
            return !IsForPeople(httpContext) && await problems.TryWriteAsync(new ProblemDetailsContext { HttpContext = httpContext });
        }
    }
}

internal static partial class WebLog
{
    [LoggerMessage(301, LogLevel.Error, "A request failed ({ErrorType} at {Place})")]
    public static partial void RequestFailed(this ILogger log, string errorType, string? place);
}
