using BenchmarkDotNet.Attributes;
using MentorBot.Channels.Sms;
using MentorBot.Testing;

namespace MentorBot.Benchmarks.Micro;

/// <summary>What every posted text goes through before it is stored.</summary>
[MemoryDiagnoser]
public class WebhookBenchmarks
{
    private const string Origin = "https://bot.example.org";
    private const string Path = "/channels/sms/inbound";
    private const string ContentType = "application/x-www-form-urlencoded; charset=utf-8";
    private const string Token = "fake-auth-token";

    private readonly TwilioSignature _signature = new(Origin, Token);
    private byte[] _body = [];
    private TwilioForm _form = TwilioForm.Empty;
    private string _proof = "";

    [GlobalSetup]
    public void Sign()
    {
        var signer = new TwilioClientSigner(Origin, "AC" + new string('a', 32), Token);
        var fields = signer.TextFields(Cast.Amina.Mobile, Cast.OurNumber, "Can somebody show me how to send a photo?");
        _body = TwilioClientSigner.Encode(fields);
        _proof = signer.Sign(Path, fields);
        _form = ReadForm();
        if (!CheckSignature()) throw new InvalidOperationException("The signature should be good.");
    }

    [Benchmark]
    public bool CheckSignature() => _signature.IsGenuine(Path, _form, _proof);

    [Benchmark]
    public TwilioForm ReadForm() => TwilioForm.TryRead(ContentType, _body, out var form, out var problem) ? form : throw new InvalidOperationException(problem.ToString());
}
