using System.Text.Json;

namespace MentorBot.Benchmarks.Load;

/// <summary>What was measured, with what was aimed at.</summary>
internal sealed class Figures
{
    private readonly List<Figure> _figures = [];

    public void Add(string name, double value, string unit, string meaning, string? aim = null) =>
        _figures.Add(new Figure(name, Math.Round(value, value < 100 ? 2 : 0), unit, meaning, aim));

    /// <summary>Prints them as a table.</summary>
    public void Print(TextWriter to)
    {
        var widest = _figures.Max(f => f.Meaning.Length);
        foreach (var figure in _figures)
            to.WriteLine($"{figure.Meaning.PadRight(widest)}  {figure.Value,10:#,0.##} {figure.Unit,-3}{(figure.Aim is null ? "" : $"  aim {figure.Aim}")}");
    }

    /// <summary>Writes them as one JSON object a line.</summary>
    public void Write(FileInfo file) => File.WriteAllLines(file.FullName, _figures.Select(f => JsonSerializer.Serialize(f, JsonSerializerOptions.Web)));
}

/// <summary>One thing measured.</summary>
internal sealed record Figure(string Name, double Value, string Unit, string Meaning, string? Aim);
