using System.Text;

namespace OpenUpr.Search.Text;

/// <summary>A suffix, what takes its place, and the measure that the rest of the word must exceed.</summary>
internal sealed record PorterSuffix(byte[] Suffix, byte[] Replacement, int MeasureAbove, bool AfterSOrT = false);

/// <summary>Porter's suffixes. Within a step the first that fits decides, so longer ones stand before their own endings.</summary>
internal static class PorterSuffixes
{
    public static IReadOnlyList<PorterSuffix> Step2 { get; } = Table(0,
        "ational ate", "tional tion", "enci ence", "anci ance", "izer ize", "logi log", "bli ble", "alli al", "entli ent",
        "eli e", "ousli ous", "ization ize", "ation ate", "ator ate", "alism al", "iveness ive", "fulness ful",
        "ousness ous", "aliti al", "iviti ive", "biliti ble");

    public static IReadOnlyList<PorterSuffix> Step3 { get; } = Table(0,
        "ical ic", "ness ", "icate ic", "iciti ic", "ful ", "ative ", "alize al");

    public static IReadOnlyList<PorterSuffix> Step4 { get; } =
    [
        .. Table(1, "al ", "ance ", "ence ", "er ", "ic ", "able ", "ible ", "ant ", "ement ", "ment ", "ent "),
        Suffix("ion ", 1) with { AfterSOrT = true },
        .. Table(1, "ou ", "ism ", "ate ", "iti ", "ous ", "ive ", "ize "),
    ];

    private static PorterSuffix[] Table(int measureAbove, params string[] rows) => [.. rows.Select(r => Suffix(r, measureAbove))];

    private static PorterSuffix Suffix(string row, int measureAbove)
    {
        var parts = row.Split(' ');
        return new PorterSuffix(Encoding.ASCII.GetBytes(parts[0]), Encoding.ASCII.GetBytes(parts[1]), measureAbove);
    }
}
