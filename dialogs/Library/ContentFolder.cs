namespace MentorBot.Dialogs.Library;

/// <summary>The folder of words and courses, on the author's disk or beside the running program.</summary>
internal sealed class ContentFolder(string directory)
{
    /// <summary>The words of every conversation: <c>Welcome/words.en.yaml</c>.</summary>
    public IEnumerable<ContentFile> Words() => FilesOfFolders(directory, "words.*.yaml");

    /// <summary>Every course in every language: <c>courses/your-phone-your-voice/en.md</c>.</summary>
    public IEnumerable<ContentFile> Courses()
    {
        var courses = Path.Combine(directory, "courses");
        return Directory.Exists(courses) ? FilesOfFolders(courses, "*.md") : [];
    }

    /// <summary>The signs of concern, <c>Concerns/signs.en.yaml</c>: English first, for the other languages use its families.</summary>
    public IEnumerable<ContentFile> Signs()
    {
        var concerns = Path.Combine(directory, "Concerns");
        return Directory.Exists(concerns) ? Files(concerns, "signs.*.yaml").OrderBy(file => file.Locale != Language.English) : [];
    }

    /// <summary>The lists of plain words, one a language: <c>plain-words.en.yaml</c>.</summary>
    public IEnumerable<ContentFile> PlainWords() => Files(directory, "plain-words.*.yaml");

    /// <summary>One file of the folder itself; empty when it is not there.</summary>
    public ContentFile File(string name)
    {
        var path = Path.Combine(directory, name);
        return System.IO.File.Exists(path) ? Open(path) : new ContentFile(NameOf(path), "");
    }

    private IEnumerable<ContentFile> FilesOfFolders(string parent, string pattern) =>
        Directory.EnumerateDirectories(parent).Order(StringComparer.Ordinal).SelectMany(folder => Files(folder, pattern));

    private IEnumerable<ContentFile> Files(string folder, string pattern) =>
        Directory.EnumerateFiles(folder, pattern).Order(StringComparer.Ordinal).Select(Open);

    private ContentFile Open(string path) => new(NameOf(path), System.IO.File.ReadAllText(path));

    private string NameOf(string path) => "dialogs/" + Path.GetRelativePath(directory, path).Replace('\\', '/');
}

/// <summary>A file of words or a course: its path from the top of the repository, and its text.</summary>
internal sealed record ContentFile(string Name, string Text)
{
    /// <summary>The folder the file is in: the conversation, or the course.</summary>
    public string Folder => Name.Split('/')[^2];

    /// <summary>The language in its name: <c>words.cy.yaml</c>, <c>plain-words.cy.yaml</c> and <c>cy.md</c> are Welsh.</summary>
    public string Locale => Path.GetFileNameWithoutExtension(Name).Split('.')[^1];

    public Place At(int line) => new(Name, line);
}
