namespace MentorBot.Testing;

/// <summary>A database that the program has made and nobody has used, to copy: a fourth of what a first start costs is the making.</summary>
internal static class PreparedMemory
{
    private static readonly Lazy<Task<ProgramFolder>> Original = new(MakeAsync);

    /// <summary>Puts a copy into a folder that no program was started in.</summary>
    public static async Task PutIntoAsync(ProgramFolder folder)
    {
        if (Directory.Exists(folder.In("data"))) return;
        var original = await Original.Value;
        foreach (var file in Directory.GetFiles(original.In("data"), "*", SearchOption.AllDirectories))
        {
            var copy = folder.In(Path.GetRelativePath(original.Path, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    private static async Task<ProgramFolder> MakeAsync()
    {
        var folder = new ProgramFolder();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => folder.Dispose();
        using var program = ProgramProcess.Start(folder, new Dictionary<string, string>(), "migrate");
        var exitCode = await program.ExitCodeAsync();
        return exitCode == 0 ? folder : throw new InvalidOperationException($"No database was made:\n{program.Output}");
    }
}
