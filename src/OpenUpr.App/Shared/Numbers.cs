using System.Globalization;
using OpenUpr.App.Resources;
using OpenUpr.Recommendations;

namespace OpenUpr.App.Shared;

/// <summary>Numbers and counts in words, in the reader's language.</summary>
public static class Numbers
{
    /// <summary>33,082.</summary>
    public static string Count(long number) => number.ToString("N0", CultureInfo.CurrentCulture);

    /// <summary>74 %; "none yet" where there is nothing to share. Some is never rounded to none, nor almost all to all.</summary>
    public static string Share(int part, int whole) => whole == 0 ? Words.Share_None : (100.0 * part / whole) switch
    {
        > 0 and < 0.5 => Words.Share_Under,
        > 99.5 and < 100 => Words.Share_Over,
        var share => $"{share.ToString("N0", CultureInfo.CurrentCulture)}\u00a0%",
    };

    /// <summary>"1,107 recommendations" in the unit that is counted.</summary>
    public static string Of(int count, CountUnit unit) => (unit, count == 1) switch
    {
        (CountUnit.Pairs, true) => Words.Count_Pair,
        (CountUnit.Pairs, false) => Fill(Words.Count_Pairs, Count(count)),
        (CountUnit.Texts, true) => Words.Count_Text,
        (CountUnit.Texts, false) => Fill(Words.Count_Texts, Count(count)),
        (_, true) => Words.Count_Paragraph,
        (_, false) => Fill(Words.Count_Paragraphs, Count(count)),
    };

    /// <summary>Puts values into a sentence of the resources.</summary>
    public static string Fill(string sentence, params ReadOnlySpan<object?> values) => string.Format(CultureInfo.CurrentCulture, sentence, values);
}
