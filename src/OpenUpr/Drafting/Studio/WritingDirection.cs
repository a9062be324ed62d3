using System.Text;

namespace OpenUpr.Drafting.Studio;

/// <summary>Which way a text runs, by its letters (Unicode Standard Annex 9, in the little that a paragraph and a run need).</summary>
public static class WritingDirection
{
    /// <summary>True where more letters run from right to left, false where more run from left to right; null for a text without letters.</summary>
    public static bool? IsRightToLeft(IEnumerable<string> texts)
    {
        var (right, left) = (0, 0);
        foreach (var text in texts)
        {
            if (!MayBeRightToLeft(text))
            {
                left += text.Count(char.IsLetter);
                continue;
            }

            foreach (var rune in text.EnumerateRunes())
            {
                right += IsRight(rune) ? 1 : 0;
                left += !IsRight(rune) && Rune.IsLetter(rune) ? 1 : 0;
            }
        }

        return right + left == 0 ? null : right > left;
    }

    /// <summary>The pieces of a text that run one way each; spaces and signs stay with the letters before them.</summary>
    public static IEnumerable<(string Text, bool IsRightToLeft)> Pieces(string text)
    {
        if (!MayBeRightToLeft(text))
        {
            yield return (text, false);
            yield break;
        }

        var (from, at, isRight) = (0, 0, default(bool?));
        foreach (var rune in text.EnumerateRunes())
        {
            bool? here = IsRight(rune) ? true : Rune.IsLetter(rune) ? false : null;
            if (here is not null && isRight is not null && here != isRight)
            {
                yield return (text[from..at], isRight.Value);
                from = at;
            }

            isRight = here ?? isRight;
            at += rune.Utf16SequenceLength;
        }

        yield return (text[from..], isRight ?? false);
    }

    private static bool MayBeRightToLeft(string text) => text.AsSpan().IndexOfAnyInRange('\u0590', '\uFEFC') >= 0;

    /// <summary>Hebrew, Arabic, Syriac, Thaana, N'Ko and their presentation forms, Adlam and others beyond the first plane.</summary>
    private static bool IsRight(Rune rune) => rune.Value is >= 0x0590 and <= 0x08FF or >= 0xFB1D and <= 0xFDFF or >= 0xFE70 and <= 0xFEFC or >= 0x10800 and <= 0x10FFF or >= 0x1E800 and <= 0x1EFFF
        && Rune.GetUnicodeCategory(rune) is not (System.Globalization.UnicodeCategory.DecimalDigitNumber or System.Globalization.UnicodeCategory.OtherPunctuation);
}
