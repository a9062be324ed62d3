using System.Text;

namespace OpenUpr.Search.Text;

/// <summary>
/// The Porter stemmer exactly as SQLite's FTS5 applies it: on UTF-8 bytes, on words of 3 to 64 bytes, "y" a vowel after a
/// consonant. FTS5 is the oracle of the tests, so its reading of the algorithm is the one that counts.
/// </summary>
public static class Porter
{
    private const int Shortest = 3;
    private const int Longest = 64;

    /// <summary>The stem of a word that <see cref="Tokenizer"/> has folded.</summary>
    public static string Stem(ReadOnlySpan<char> word)
    {
        if (word.Length > Longest || Encoding.UTF8.GetByteCount(word) is < Shortest or > Longest)
        {
            return word.ToString();
        }

        // One byte more than the longest word: a step may restore an "e".
        Span<byte> buffer = stackalloc byte[Longest + 1];
        var length = Encoding.UTF8.GetBytes(word, buffer);
        return Encoding.UTF8.GetString(buffer[..Stem(buffer, length)]);
    }

    private static int Stem(Span<byte> word, int length)
    {
        length = PorterSteps.Plural(word, length);
        length = PorterSteps.PastAndGerund(word, length);
        if (word[length - 1] == 'y' && PorterMeasure.HasVowel(word[..(length - 1)]))
        {
            word[length - 1] = (byte)'i';
        }

        length = PorterSteps.Replace(PorterSuffixes.Step2, word, length);
        length = PorterSteps.Replace(PorterSuffixes.Step3, word, length);
        length = PorterSteps.Replace(PorterSuffixes.Step4, word, length);
        return PorterSteps.FinalEAndDoubleL(word, length);
    }
}
