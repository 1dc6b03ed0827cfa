using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace MentorBot.Benchmarks.Micro;

/// <summary>Runs the small benchmarks, in this process: they need no project to be built for each.</summary>
internal static class MicroRun
{
    public static void Run(string[] args)
    {
        var all = args.Contains("--filter") ? args : [.. args, "--filter", "*"];
        var config = DefaultConfig.Instance
            .WithArtifactsPath(Path.Combine(Path.GetTempPath(), "mentorbot-micro"))
            .AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance));
        BenchmarkSwitcher.FromAssembly(typeof(MicroRun).Assembly).Run(all, config);
    }
}
