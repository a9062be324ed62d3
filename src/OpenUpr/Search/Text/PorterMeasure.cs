namespace OpenUpr.Search.Text;

/// <summary>Porter's conditions on what is left of a word when a suffix is taken off.</summary>
internal static class PorterMeasure
{
    /// <summary>How many times a run of vowels is followed by a consonant, counted no further than two.</summary>
    public static int Of(ReadOnlySpan<byte> stem)
    {
        var first = EndOfVowelConsonant(stem, false);
        return first == 0 ? 0 : EndOfVowelConsonant(stem[first..], true) == 0 ? 1 : 2;
    }

    public static bool HasVowel(ReadOnlySpan<byte> stem)
    {
        for (var i = 0; i < stem.Length; i++)
        {
            if (IsVowel(stem[i], i > 0))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Ends with consonant, vowel, consonant, the last not w, x or y.</summary>
    public static bool EndsShort(ReadOnlySpan<byte> stem)
    {
        if (stem[^1] is (byte)'w' or (byte)'x' or (byte)'y')
        {
            return false;
        }

        var (pattern, consonant) = (0, false);
        foreach (var letter in stem)
        {
            consonant = !IsVowel(letter, consonant);
            pattern = (pattern << 1) | (consonant ? 1 : 0);
        }

        return (pattern & 0b111) == 0b101;
    }

    public static bool IsVowel(byte letter, bool yIsVowel) =>
        letter is (byte)'a' or (byte)'e' or (byte)'i' or (byte)'o' or (byte)'u' || (yIsVowel && letter == 'y');

    /// <summary>Length of the part up to the first consonant behind a vowel, or 0.</summary>
    private static int EndOfVowelConsonant(ReadOnlySpan<byte> stem, bool afterConsonant)
    {
        var (i, consonant) = (0, afterConsonant);
        for (; i < stem.Length; i++)
        {
            consonant = !IsVowel(stem[i], consonant);
            if (!consonant)
            {
                break;
            }
        }

        for (i++; i < stem.Length; i++)
        {
            consonant = !IsVowel(stem[i], consonant);
            if (consonant)
            {
                return i + 1;
            }
        }

        return 0;
    }
}
