using System.Diagnostics;

namespace MentorBot.Benchmarks.Running;

/// <summary>What the disk itself takes: every figure of a durable program stands on it.</summary>
internal static class Disk
{
    private const int Times = 100;
    private const int Page = 4096;

    /// <summary>How long it takes to write 4 KiB and flush it, at the median.</summary>
    public static TimeSpan Flush(string folder)
    {
        var path = Path.Combine(folder, "flush");
        var taken = new TimeSpan[Times];
        using (var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0))
        {
            for (var i = 0; i < Times; i++)
            {
                var start = Stopwatch.GetTimestamp();
                file.Write(new byte[Page]);
                file.Flush(flushToDisk: true);
                taken[i] = Stopwatch.GetElapsedTime(start);
            }
        }
        File.Delete(path);
        Array.Sort(taken);
        return taken[Times / 2];
    }
}
