using BenchmarkDotNet.Attributes;
using MentorBot.BotFramework;
using MentorBot.Mentoring.Privacy;
using MentorBot.Testing;

namespace MentorBot.Benchmarks.Micro;

/// <summary>What hides and finds addresses and words.</summary>
[MemoryDiagnoser]
public class VaultBenchmarks : IDisposable
{
    private readonly Cipher _cipher;
    private readonly TextVault _texts;
    private readonly AddressVault _addresses;
    private readonly byte[] _owner;
    private readonly byte[] _box;
    private readonly Activity _activity = MessageFactory.Text("Can somebody show me how to send a photo?");

    public VaultBenchmarks()
    {
        var keys = KeyRing.Create();
        _cipher = new Cipher(keys);
        (_texts, _addresses) = (new TextVault(_cipher), new AddressVault(keys, _cipher));
        _owner = FindKey();
        _box = SealActivity();
    }

    [Benchmark]
    public byte[] FindKey() => _addresses.KeyOf(BotFramework.Channels.Sms, Cast.Amina.Mobile, Cast.OurNumber);

    [Benchmark]
    public byte[] SealActivity() => _texts.Seal(_activity, _owner);

    [Benchmark]
    public Activity OpenActivity() => _texts.OpenActivity(_box, _owner);

    public void Dispose()
    {
        _cipher.Dispose();
        GC.SuppressFinalize(this);
    }
}
