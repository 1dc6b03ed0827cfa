using System.Diagnostics.CodeAnalysis;

namespace MentorBot.Channels.Sms;

/// <summary>What keeps a posted body from being read as a form.</summary>
public enum FormProblem
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Its content type is not <c>application/x-www-form-urlencoded</c>.</summary>
    WrongContentType,

    /// <summary>It is larger than <see cref="TwilioForm.MaxBytes"/>.</summary>
    TooLarge,

    /// <summary>It has more than <see cref="TwilioForm.MaxFields"/> fields.</summary>
    TooManyFields,

    /// <summary>A field has no <c>=</c>.</summary>
    MissingEquals,

    /// <summary>A <c>%</c> is not followed by two hexadecimal digits.</summary>
    BadEscape,

    /// <summary>A field is not UTF-8 once decoded.</summary>
    InvalidUtf8,
}

/// <summary>A posted form, kept as the bytes that were signed and turned into text only where it is asked for.</summary>
/// <remarks>Reading is strict and bounded, and faults are results: what arrives here may come from anybody.</remarks>
public sealed class TwilioForm
{
    /// <summary>The largest body read, in bytes. Twilio's own are about one kilobyte.</summary>
    public const int MaxBytes = 64 * 1024;

    /// <summary>The most fields read. Twilio sends about twenty-five.</summary>
    public const int MaxFields = 200;

    private const string MediaType = "application/x-www-form-urlencoded";

    // Each name followed by its value, decoded, as they came.
    private readonly byte[] _decoded;
    private readonly List<Field> _fields;

    private TwilioForm(byte[] decoded, List<Field> fields) => (_decoded, _fields) = (decoded, fields);

    /// <summary>A form without fields, as a GET request has.</summary>
    public static TwilioForm Empty { get; } = new([], []);

    /// <summary>The names of the fields in the order they came, repeats included.</summary>
    public IEnumerable<string> Names => _fields.Select(f => FormText.Decode(Name(f)));

    /// <summary>The most bytes that <see cref="CopySigned"/> writes.</summary>
    internal int SignedLength => _decoded.Length;

    /// <summary>Reads a body.</summary>
    /// <param name="contentType">The request's Content-Type; parameters after a semicolon are allowed.</param>
    /// <param name="body">The raw body; empty is a form without fields.</param>
    /// <param name="form">The form, if it could be read.</param>
    /// <param name="problem">What is wrong with it, if not.</param>
    public static bool TryRead(string? contentType, ReadOnlySpan<byte> body, [NotNullWhen(true)] out TwilioForm? form, out FormProblem problem)
    {
        form = null;
        problem = Check(contentType, body);
        if (problem != FormProblem.None)
            return false;

        var decoded = new byte[body.Length];
        var fields = new List<Field>(body.Count((byte)'&') + 1);
        problem = Decode(body, decoded, fields, out var used);
        if (problem != FormProblem.None)
            return false;
        form = new(decoded[..used], fields);
        return true;
    }

    /// <summary>The value of the first field of this name, safe to store (<c>NUL</c> removed, half characters replaced); null if there is none.</summary>
    public string? Find(string name)
    {
        foreach (var field in _fields)
        {
            if (FormText.IsAscii(Name(field), name))
                return FormText.Decode(Value(field));
        }
        return null;
    }

    /// <summary>Writes what Twilio signs of a form: each name and its value with nothing between, in ordinal order, a repeated pair once.</summary>
    /// <remarks>
    /// Twilio's C# library joins repeated values by commas and its Node library writes each; the Node rule is taken. Twilio itself does not repeat names.
    /// </remarks>
    /// <returns>How many bytes were written.</returns>
    internal int CopySigned(Span<byte> destination)
    {
        var sorted = _fields.ToArray();
        Array.Sort(sorted, Compare);
        var written = 0;
        for (var i = 0; i < sorted.Length; i++)
        {
            if (i > 0 && Compare(sorted[i - 1], sorted[i]) == 0)
                continue;
            var pair = _decoded.AsSpan(sorted[i].Start..sorted[i].End);
            pair.CopyTo(destination[written..]);
            written += pair.Length;
        }
        return written;
    }

    private static FormProblem Check(string? contentType, ReadOnlySpan<byte> body)
    {
        if (!IsForm(contentType))
            return FormProblem.WrongContentType;
        if (body.Length > MaxBytes)
            return FormProblem.TooLarge;
        return body.Count((byte)'&') >= MaxFields ? FormProblem.TooManyFields : FormProblem.None;
    }

    private static bool IsForm(ReadOnlySpan<char> contentType)
    {
        var semicolon = contentType.IndexOf(';');
        var type = semicolon < 0 ? contentType : contentType[..semicolon];
        return type.Trim().Equals(MediaType, StringComparison.OrdinalIgnoreCase);
    }

    private static FormProblem Decode(ReadOnlySpan<byte> body, Span<byte> decoded, List<Field> fields, out int used)
    {
        used = 0;
        if (body.IsEmpty)
            return FormProblem.None;
        foreach (var range in body.Split((byte)'&'))
        {
            var pair = body[range];
            var equals = pair.IndexOf((byte)'=');
            if (equals < 0)
                return FormProblem.MissingEquals;
            if (!FormText.TryUnescape(pair[..equals], decoded[used..], out var name)
                || !FormText.TryUnescape(pair[(equals + 1)..], decoded[(used + name)..], out var value))
                return FormProblem.BadEscape;
            var field = new Field(used, used + name, used + name + value);
            if (!FormText.IsReadable(decoded[field.Start..field.Middle]) || !FormText.IsReadable(decoded[field.Middle..field.End]))
                return FormProblem.InvalidUtf8;
            fields.Add(field);
            used = field.End;
        }
        return FormProblem.None;
    }

    // The order of bytes is the ordinal order of names in ASCII, as all of Twilio's are.
    private int Compare(Field one, Field other)
    {
        var names = Name(one).SequenceCompareTo(Name(other));
        return names != 0 ? names : Value(one).SequenceCompareTo(Value(other));
    }

    private ReadOnlySpan<byte> Name(Field field) => _decoded.AsSpan(field.Start..field.Middle);

    private ReadOnlySpan<byte> Value(Field field) => _decoded.AsSpan(field.Middle..field.End);

    private readonly record struct Field(int Start, int Middle, int End);
}
