using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace OpenUpr.Search.Text;

/// <summary>
/// Cuts a text into words as SQLite's FTS5 does (unicode61): letters, digits and private-use signs make words, capitals and
/// accents make no difference. Every word keeps its place in the text, for highlighting. One instance serves many texts.
/// </summary>
public sealed class Tokenizer
{
    /// <summary>Table entry of a character that no text had yet.</summary>
    private const char Unknown = '\0';

    /// <summary>Table entry of a character that ends a word.</summary>
    private const char Separator = '\u0001';

    /// <summary>Table entry of a combining mark, which belongs to a word and is dropped.</summary>
    private const char Dropped = '\u0002';

    /// <summary>Table entry of the first half of a character beyond the basic plane; the two halves decide together.</summary>
    private const char Pair = '\u0003';

    /// <summary>Characters that enter the table together: most programs see a few alphabets, and all of them would take as long as a start.</summary>
    private const int Block = 256;

    // A block may be filled by two threads at once; both write the same.
    private static readonly char[] s_folded = new char[char.MaxValue + 1];

    private char[] _word = new char[64];
    private int _length;
    private string _text = "";

    /// <summary>Index of the current word's first character in the text.</summary>
    public int Start { get; private set; }

    /// <summary>Index behind the current word's last character.</summary>
    public int End { get; private set; }

    /// <summary>The current word, folded; valid until the next call.</summary>
    public ReadOnlySpan<char> Word => _word.AsSpan(0, _length);

    public void Begin(string text)
    {
        _text = text;
        Start = End = 0;
    }

    /// <summary>Moves to the next word; false behind the last.</summary>
    /// <remarks>Optimised from the first call: an index is built once, right after the start, from millions of letters.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool Next()
    {
        ReadOnlySpan<char> text = _text;
        var table = s_folded;
        var (i, length) = (End, 0);
        while (i < text.Length && table[text[i]] is var entry and <= Pair && (entry is Separator or Dropped || !MayBegin(text, i)))
        {
            i++;
        }

        Start = i;
        for (; i < text.Length && table[text[i]] is var folded and not Separator; i++)
        {
            if (length + 2 > _word.Length)
            {
                Array.Resize(ref _word, _word.Length * 2);
            }

            if (folded > Pair)
            {
                _word[length++] = folded;
            }
            else if (folded == Unknown)
            {
                // Known now: the same character once more.
                Learn(text[i--]);
            }
            else if (folded == Pair)
            {
                if (!IsLetterPair(text, i))
                {
                    break;
                }

                length += Rune.ToLowerInvariant(new Rune(text[i], text[i + 1])).EncodeToUtf16(_word.AsSpan(length));
                i++;
            }
        }

        (End, _length) = (i, length);
        return Start < End;
    }

    /// <summary>The folded words of a text, in order.</summary>
    public static IReadOnlyList<string> Words(string text)
    {
        var tokens = new Tokenizer();
        tokens.Begin(text);
        var words = new List<string>();
        while (tokens.Next())
        {
            words.Add(tokens.Word.ToString());
        }

        return words;
    }

    private static bool IsLetterPair(ReadOnlySpan<char> text, int i) =>
        i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]) && Rune.IsLetterOrDigit(new Rune(text[i], text[i + 1]));

    /// <summary>Whether a word begins with a character whose entry is no letter: half of a letter, or one that is not known yet.</summary>
    private static bool MayBegin(ReadOnlySpan<char> text, int i)
    {
        if (s_folded[text[i]] == Unknown)
        {
            Learn(text[i]);
        }

        var folded = s_folded[text[i]];
        return folded > Pair || (folded == Pair && IsLetterPair(text, i));
    }

    /// <summary>Fills the block of a character.</summary>
    private static void Learn(char c)
    {
        var first = c - (c % Block);
        for (var i = first; i < first + Block; i++)
        {
            s_folded[i] = EntryOf((char)i);
        }
    }

    private static char EntryOf(char c) => CharUnicodeInfo.GetUnicodeCategory(c) switch
    {
        UnicodeCategory.Surrogate when char.IsHighSurrogate(c) => Pair,
        UnicodeCategory.NonSpacingMark when c is >= '\u0300' and <= '\u0331' => Dropped,
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
            or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.LetterNumber => Fold(c),
        UnicodeCategory.DecimalDigitNumber or UnicodeCategory.OtherNumber or UnicodeCategory.PrivateUse => c,
        _ => Separator,
    };

    private static char Fold(char c)
    {
        var lower = char.ToLowerInvariant(c);
        if (lower is < '\u00C0' or > '\u1EFF' or (> '\u024F' and < '\u1E00'))
        {
            return lower;
        }

        // Only letters that are an ASCII letter with marks lose them, as in FTS5.
        var basis = lower.ToString().Normalize(NormalizationForm.FormD)[0];
        return char.IsAsciiLetter(basis) ? basis : lower;
    }
}
