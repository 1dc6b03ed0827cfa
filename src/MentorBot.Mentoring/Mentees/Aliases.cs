using System.Buffers.Binary;

namespace MentorBot.Mentoring.Mentees;

/// <summary>The names that mentees go by: a colour and an animal, such as "Blue Heron". They say nothing about anybody.</summary>
public static class Aliases
{
    private static readonly string[] Colours =
    [
        "Amber", "Azure", "Blue", "Bright", "Bronze", "Brown", "Calm", "Cherry", "Clear", "Copper", "Coral", "Crimson", "Dusky", "Early",
        "Ebony", "Emerald", "Fern", "Flint", "Gentle", "Ginger", "Golden", "Green", "Grey", "Hazel", "Indigo", "Ivory", "Jade", "Lemon",
        "Lilac", "Lime", "Marble", "Maroon", "Mellow", "Misty", "Navy", "Ochre", "Olive", "Opal", "Orange", "Peach", "Pearl", "Pink",
        "Plum", "Purple", "Quiet", "Rosy", "Ruby", "Russet", "Rusty", "Sandy", "Scarlet", "Sepia", "Silver", "Slate", "Snowy", "Sunny",
        "Swift", "Tawny", "Teal", "Topaz", "Velvet", "Violet", "White", "Yellow",
    ];

    private static readonly string[] Animals =
    [
        "Avocet", "Badger", "Bee", "Beetle", "Bittern", "Blackbird", "Bunting", "Buzzard", "Chough", "Cormorant", "Crane", "Cricket",
        "Curlew", "Deer", "Dipper", "Dolphin", "Dormouse", "Dove", "Dragonfly", "Dunlin", "Eagle", "Egret", "Falcon", "Finch", "Firefly",
        "Fox", "Goldfinch", "Goose", "Grebe", "Gull", "Hare", "Harrier", "Hawk", "Hedgehog", "Heron", "Hobby", "Jackdaw", "Jay", "Kestrel",
        "Kingfisher", "Kite", "Lapwing", "Lark", "Linnet", "Magpie", "Marten", "Martin", "Merlin", "Mole", "Moth", "Nightjar", "Nuthatch",
        "Osprey", "Otter", "Owl", "Petrel", "Pipit", "Plover", "Puffin", "Rabbit", "Raven", "Redstart", "Robin", "Rook", "Salmon", "Seal",
        "Shrew", "Siskin", "Skylark", "Snipe", "Sparrow", "Squirrel", "Starling", "Stoat", "Stork", "Swallow", "Swan", "Swift", "Teal",
        "Tern", "Thrush", "Toad", "Trout", "Turnstone", "Vole", "Wagtail", "Warbler", "Waxwing", "Weasel", "Whale", "Wheatear", "Whinchat",
        "Wigeon", "Woodcock", "Wren", "Yaffle",
    ];

    /// <summary>The alias that an address key leads to: the first choice, and numbered ones after it for when it is taken.</summary>
    /// <param name="addressKey">The address's look-up key: from it the alias follows without chance, but nobody can go back.</param>
    /// <param name="attempt">0 for the plain alias, 1 and up for numbered ones.</param>
    public static string For(ReadOnlySpan<byte> addressKey, int attempt)
    {
        var name = $"{Colours[addressKey[8] % Colours.Length]} {Animals[addressKey[9] % Animals.Length]}";
        if (attempt == 0) return name;

        var number = (BinaryPrimitives.ReadUInt32LittleEndian(addressKey[10..]) + (uint)attempt) % MostOfOneName;
        return $"{name} {2 + number}";
    }

    private const uint MostOfOneName = 9_998;
}
