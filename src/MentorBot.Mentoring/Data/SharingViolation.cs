namespace MentorBot.Mentoring.Data;

/// <summary>Tells a file that another process holds from a full disk, a folder that may not be written to and whatever else goes wrong with files.</summary>
internal static class SharingViolation
{
    // ERROR_SHARING_VIOLATION and ERROR_LOCK_VIOLATION (https://learn.microsoft.com/windows/win32/debug/system-error-codes) as HRESULTs.
    private const int WindowsSharing = unchecked((int)0x80070020);
    private const int WindowsLock = unchecked((int)0x80070021);

    // On Unix .NET locks by flock, and gives its errno as it is: EWOULDBLOCK on Linux, and on macOS and the BSDs.
    private const int LinuxWouldBlock = 11;
    private const int BsdWouldBlock = 35;

    /// <summary>Whether the file could not be opened because another process holds it.</summary>
    public static bool Is(IOException error) => OperatingSystem.IsWindows()
        ? error.HResult is WindowsSharing or WindowsLock
        : error.HResult == (OperatingSystem.IsLinux() ? LinuxWouldBlock : BsdWouldBlock);
}
