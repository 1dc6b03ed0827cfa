using System.Net;
using System.Net.Sockets;

namespace MentorBot.Benchmarks.Running;

/// <summary>Finds ports for programs that are started, killed and started again at the same address.</summary>
internal static class Loopback
{
    // Below the ports that systems give to outgoing connections (32768 and up on Linux): a client that keeps trying a port of that range
    // while nobody listens can be given it as its own, and talk to itself.
    private const int First = 20_000;
    private const int Last = 30_000;

    /// <summary>A port of 127.0.0.1 that is free now.</summary>
    public static int FreePort()
    {
        for (var port = First + (Environment.ProcessId * 7) % (Last - First); port < 2 * Last; port++)
        {
            if (IsFree(First + port % (Last - First))) return First + port % (Last - First);
        }
        throw new InvalidOperationException("No port of 127.0.0.1 is free.");
    }

    private static bool IsFree(int port)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
