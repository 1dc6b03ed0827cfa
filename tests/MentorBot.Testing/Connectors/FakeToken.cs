using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace MentorBot.Testing;

/// <summary>A key that the fake Bot Framework signs with and announces. Two of one id are the same key: making one takes long.</summary>
public sealed class FakeSigningKey(string kid, params string[] endorsements)
{
    private static readonly ConcurrentDictionary<string, RSA> Made = new(StringComparer.Ordinal);

    private readonly RSA _rsa = Made.GetOrAdd(kid, _ => RSA.Create(2048));

    /// <summary>The key's id.</summary>
    public string Kid { get; } = kid;

    /// <summary>The public half in PEM, as somebody would use it who mistakes it for a shared secret.</summary>
    public byte[] PublicPem => Encoding.ASCII.GetBytes(_rsa.ExportSubjectPublicKeyInfoPem());

    /// <summary>The public half as a JSON web key. Without endorsements it has no such field.</summary>
    public JsonObject ToJson()
    {
        var open = _rsa.ExportParameters(includePrivateParameters: false);
        var key = new JsonObject
        {
            ["kty"] = "RSA", ["use"] = "sig", ["kid"] = Kid, ["x5t"] = Kid,
            ["n"] = FakeToken.Base64Url(open.Modulus!), ["e"] = FakeToken.Base64Url(open.Exponent!),
        };
        if (endorsements.Length > 0)
            key["endorsements"] = new JsonArray([.. endorsements.Select(e => JsonValue.Create(e))]);
        return key;
    }

    /// <summary>Signs, by one of RS256, RS384 and RS512.</summary>
    public byte[] Sign(byte[] content, string algorithm)
    {
        lock (_rsa)
            return _rsa.SignData(content, HashOf(algorithm), RSASignaturePadding.Pkcs1);
    }

    private static HashAlgorithmName HashOf(string algorithm) => algorithm switch
    {
        "RS384" => HashAlgorithmName.SHA384,
        "RS512" => HashAlgorithmName.SHA512,
        _ => HashAlgorithmName.SHA256,
    };
}

/// <summary>A JSON web token, made by hand so that it can be wrong in any way.</summary>
public sealed class FakeToken
{
    /// <summary>The head, but for what signing adds.</summary>
    public JsonObject Head { get; } = new() { ["typ"] = "JWT" };

    /// <summary>What it claims.</summary>
    public required JsonObject Claims { get; init; }

    /// <summary>Base64url without padding.</summary>
    public static string Base64Url(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    /// <summary>Changes a claim; null takes it away.</summary>
    public FakeToken With(string claim, JsonNode? value)
    {
        if (value is null)
            Claims.Remove(claim);
        else
            Claims[claim] = value;
        return this;
    }

    /// <summary>The token, signed.</summary>
    public string SignedBy(FakeSigningKey key, string algorithm = "RS256", string? kid = null) =>
        Join(algorithm, kid ?? key.Kid, signed => key.Sign(signed, algorithm));

    /// <summary>The token with the public key used as a shared secret.</summary>
    public string SignedByPublicKeyOf(FakeSigningKey key) => Join("HS256", key.Kid, signed => HMACSHA256.HashData(key.PublicPem, signed));

    /// <summary>The token, not signed.</summary>
    public string WithoutSignature(FakeSigningKey key) => Join("none", key.Kid, _ => []);

    private string Join(string algorithm, string kid, Func<byte[], byte[]> sign)
    {
        (Head["alg"], Head["kid"]) = (algorithm, kid);
        var signed = $"{Part(Head)}.{Part(Claims)}";
        return $"{signed}.{Base64Url(sign(Encoding.ASCII.GetBytes(signed)))}";
    }

    private static string Part(JsonObject json) => Base64Url(JsonSerializer.SerializeToUtf8Bytes(json));
}
