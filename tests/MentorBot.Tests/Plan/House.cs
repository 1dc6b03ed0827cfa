using System.Xml.Linq;

namespace MentorBot.Tests.Plan;

/// <summary>The repository that these tests were built from.</summary>
internal static class House
{
    private static readonly string[] LeftBehind = ["artifacts", "data", "bin", "obj", "node_modules", "TestResults", ".git", ".vs", ".idea", ".vscode"];

    /// <summary>Its top.</summary>
    public static string Top { get; } = Find(AppContext.BaseDirectory);

    /// <summary>The folders at the top, without what building leaves behind.</summary>
    public static IEnumerable<string> Folders => Directory.EnumerateDirectories(Top).Select(f => Path.GetFileName(f)).Except(LeftBehind, StringComparer.Ordinal);

    /// <summary>The C# that makes the product: all of <c>src</c> and <c>dialogs</c>.</summary>
    public static IEnumerable<string> Sources => new[] { "src", "dialogs" }
        .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Top, folder), "*.cs", SearchOption.AllDirectories))
        .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin" or "artifacts"));

    /// <summary>The product's projects by name.</summary>
    public static IReadOnlyDictionary<string, string> Projects { get; } = Directory.EnumerateFiles(Path.Combine(Top, "src"), "*.csproj", SearchOption.AllDirectories)
        .Append(Path.Combine(Top, "dialogs", "MentorBot.Dialogs.csproj"))
        .ToDictionary(f => Path.GetFileNameWithoutExtension(f), StringComparer.Ordinal);

    /// <summary>The projects that a project's file refers to.</summary>
    public static IEnumerable<string> References(string project) => XDocument.Load(Projects[project]).Descendants("ProjectReference")
        .Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value.Replace('\\', '/')));

    /// <summary>A file's path from the top, with slashes.</summary>
    public static string NameOf(string file) => Path.GetRelativePath(Top, file).Replace('\\', '/');

    private static string Find(string folder) => File.Exists(Path.Combine(folder, "MentorBot.sln")) ? folder : Find(Path.GetDirectoryName(folder.TrimEnd(Path.DirectorySeparatorChar))!);
}
