using System.Net;
using System.Net.Sockets;

namespace MentorBot.Testing;

/// <summary>The program, serving on a free port of loopback.</summary>
public sealed class RunningProgram : IDisposable
{
    private const string Ready = "MentorBot is ready at ";

    private RunningProgram(ProgramProcess process, Uri address) => (Process, Address, Http) = (process, address, ConnectTo(address));

    /// <summary>Its process.</summary>
    public ProgramProcess Process { get; }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>A client whose every request goes to the program, whatever host it names: so do signatures for a public URL fit.</summary>
    public HttpClient Http { get; }

    /// <summary>Starts it with an empty database, unless there is one already, and waits until it is ready.</summary>
    public static async Task<RunningProgram> StartAsync(ProgramFolder folder, IReadOnlyDictionary<string, string> settings)
    {
        await PreparedMemory.PutIntoAsync(folder);
        return await StartAsFoundAsync(folder, settings);
    }

    /// <summary>Starts it in a folder as it is: if that is empty, for the first time. Waits until it is ready.</summary>
    public static async Task<RunningProgram> StartAsFoundAsync(ProgramFolder folder, IReadOnlyDictionary<string, string> settings)
    {
        var process = ProgramProcess.Start(folder, settings, "--urls", "http://127.0.0.1:0");
        try
        {
            var line = await process.LineAsync(l => l.StartsWith(Ready, StringComparison.Ordinal));
            return new RunningProgram(process, new Uri(line[Ready.Length..].Trim()));
        }
        catch
        {
            process.Dispose();
            throw;
        }
    }

    /// <summary>Ends it without a word.</summary>
    public void Dispose()
    {
        Http.Dispose();
        Process.Dispose();
    }

    private static HttpClient ConnectTo(Uri address)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            // A test that wants a cookie sends it: tests share the client.
            UseCookies = false,
            ConnectCallback = async (_, cancellationToken) =>
            {
                var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                await socket.ConnectAsync(IPAddress.Loopback, address.Port, cancellationToken);
                return new NetworkStream(socket, ownsSocket: true);
            },
        };
        return new HttpClient(handler) { BaseAddress = address, Timeout = TimeSpan.FromMinutes(1) };
    }
}
