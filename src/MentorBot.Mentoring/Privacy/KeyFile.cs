using System.Text.Json;
using MentorBot.Mentoring.Data;

namespace MentorBot.Mentoring.Privacy;

/// <summary>The file that keeps a <see cref="KeyRing"/>: JSON, readable by its owner alone, written whole or not at all.</summary>
/// <remarks>Back it up apart from the database: who has both can read everything, who loses it can read nothing.</remarks>
public static class KeyFile
{
    /// <summary>The file's name inside the keys' folder.</summary>
    public const string Name = "address-keys.json";

    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Reads the ring in <paramref name="directory"/>, or makes one there on the first start.</summary>
    /// <exception cref="InvalidDataException">The file is there but cannot be read as a key ring, or none can be made there.</exception>
    public static KeyRing ReadOrCreate(string directory)
    {
        var path = Path.Combine(directory, Name);
        if (File.Exists(path)) return Read(path);

        MakeFolder(directory);
        using var alone = Lock($"{path}.lock");
        // Another process may have made it while this one waited: there is one ring, and it is that.
        if (File.Exists(path)) return Read(path);

        var ring = KeyRing.Create();
        Write(path, ring);
        return ring;
    }

    /// <summary>Writes a ring over the one at <paramref name="path"/>, through a temporary file, so that a crash leaves the old or the new one.</summary>
    public static void Write(string path, KeyRing ring)
    {
        ArgumentNullException.ThrowIfNull(ring);
        var content = new Content(
            Convert.ToBase64String(ring.LookUpKey),
            ring.SealingKeys.ToDictionary(key => key.Key, key => Convert.ToBase64String(key.Value)));

        var temporary = $"{path}.{Guid.NewGuid():N}.new";
        using (var file = new FileStream(temporary, WriteOptions()))
        {
            JsonSerializer.Serialize(file, content);
            file.Flush(flushToDisk: true);
        }
        File.Move(temporary, path, overwrite: true);
    }

    private static KeyRing Read(string path)
    {
        try
        {
            var content = JsonSerializer.Deserialize<Content>(File.ReadAllBytes(path))!;
            return new KeyRing(
                Convert.FromBase64String(content.LookUpKey),
                content.SealingKeys.ToDictionary(key => key.Key, key => Convert.FromBase64String(key.Value)));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new InvalidDataException($"{path} cannot be read. Give the user that MentorBot runs as the right to read it.", error);
        }
        catch (Exception error) when (error is JsonException or FormatException or ArgumentException or NullReferenceException)
        {
            throw new InvalidDataException($"{path} is not a key ring. Restore it from its backup: without it nothing in the database can be read.", error);
        }
    }

    private static void MakeFolder(string directory)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(directory);
        else Directory.CreateDirectory(directory, OwnerOnly | UnixFileMode.UserExecute);
    }

    /// <summary>Waits until no other process makes a ring here.</summary>
    private static FileStream Lock(string path)
    {
        FileStream? held = null;
        SpinWait.SpinUntil(() => (held = TryLock(path)) is not null, LongestWait);
        return held ?? throw new InvalidDataException($"{path} is held by another process. Stop that one, or wait for it, and start again.");
    }

    private static FileStream? TryLock(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose);
        }
        catch (IOException error) when (SharingViolation.Is(error))
        {
            return null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Waiting would not mend it.
            throw new InvalidDataException($"{path} cannot be made. Give the user that MentorBot runs as the right to write there, and see that the disk is not full.", error);
        }
    }

    private static FileStreamOptions WriteOptions()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = OwnerOnly;
        return options;
    }

    private sealed record Content(string LookUpKey, Dictionary<int, string> SealingKeys);
}
