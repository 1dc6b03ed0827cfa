using System.Collections.Frozen;

namespace MentorBot.Dialogs.Library;

/// <summary>Everything MentorBot says, in every language and for every channel. Read once, never changed.</summary>
public sealed class Words
{
    private readonly FrozenDictionary<(string Locale, string Key), Phrase> _phrases;

    internal Words(IEnumerable<Phrase> phrases)
    {
        _phrases = phrases.ToFrozenDictionary(phrase => (phrase.Locale, phrase.Key));
        Locales = [.. _phrases.Keys.Select(key => key.Locale).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    /// <summary>The languages there are words in, such as <c>cy</c> and <c>en</c>.</summary>
    public IReadOnlyList<string> Locales { get; }

    internal IEnumerable<Phrase> Phrases => _phrases.Values;

    /// <summary>The words for a key, with its gaps filled.</summary>
    /// <param name="locale">The mentee's language, as <c>cy</c> or <c>cy-GB</c>; English is said where a language has no words.</param>
    /// <param name="channelId">The Bot Framework's id of the channel: <c>sms</c> gets the short form.</param>
    /// <param name="key">The conversation and the name in its words: <c>Welcome.first</c>.</param>
    /// <param name="values">What stands in place of each <c>{name}</c>.</param>
    /// <exception cref="KeyNotFoundException">There are no such words, or a gap has no value.</exception>
    public string For(string? locale, string channelId, string key, params ReadOnlySpan<(string Name, string Value)> values)
    {
        var phrase = Find(locale, key) ?? throw new KeyNotFoundException($"There are no words for {key}.");
        var byName = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in values) byName[name] = value;
        return Placeholders.Fill(phrase.For(channelId).Text, name => byName.TryGetValue(name, out var value)
            ? value
            : throw new KeyNotFoundException($"Nothing was given for {{{name}}} in {key}."));
    }

    internal Phrase? Find(string? locale, string key) =>
        _phrases.GetValueOrDefault((Language.Of(locale), key)) ?? _phrases.GetValueOrDefault((Language.English, key));
}
