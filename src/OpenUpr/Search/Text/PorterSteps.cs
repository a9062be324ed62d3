namespace OpenUpr.Search.Text;

/// <summary>The steps of the Porter stemmer. Each changes the word in place and returns its new length.</summary>
internal static class PorterSteps
{
    /// <summary>Step 1a: sses, ies, s.</summary>
    public static int Plural(ReadOnlySpan<byte> word, int length)
    {
        if (word[length - 1] != 's')
        {
            return length;
        }

        if (word[length - 2] == 'e')
        {
            var two = (length > 4 && word[length - 4] == 's' && word[length - 3] == 's') || (length > 3 && word[length - 3] == 'i');
            return two ? length - 2 : length - 1;
        }

        return word[length - 2] == 's' ? length : length - 1;
    }

    /// <summary>Step 1b: eed, ed, ing, and what must be restored behind them.</summary>
    public static int PastAndGerund(Span<byte> word, int length)
    {
        var current = word[..length];
        if (length > 3 && current.EndsWith("eed"u8))
        {
            return PorterMeasure.Of(current[..^3]) > 0 ? length - 1 : length;
        }

        var suffix = length > 2 && current.EndsWith("ed"u8) ? 2 : length > 3 && current.EndsWith("ing"u8) ? 3 : 0;
        if (suffix == 0 || !PorterMeasure.HasVowel(current[..^suffix]))
        {
            return length;
        }

        return Restore(word, length - suffix);
    }

    /// <summary>Replaces the first suffix of the table that the word ends with, if the rest of the word is long enough.</summary>
    public static int Replace(IReadOnlyList<PorterSuffix> table, Span<byte> word, int length)
    {
        foreach (var rule in table)
        {
            var stem = length - rule.Suffix.Length;
            if (stem <= 0 || !word[..length].EndsWith(rule.Suffix))
            {
                continue;
            }

            if (PorterMeasure.Of(word[..stem]) <= rule.MeasureAbove || (rule.AfterSOrT && word[stem - 1] is not ((byte)'s' or (byte)'t')))
            {
                return length;
            }

            rule.Replacement.CopyTo(word[stem..]);
            return stem + rule.Replacement.Length;
        }

        return length;
    }

    /// <summary>Step 5: a final e, and one of a final double l.</summary>
    public static int FinalEAndDoubleL(ReadOnlySpan<byte> word, int length)
    {
        if (word[length - 1] == 'e')
        {
            var stem = word[..(length - 1)];
            var measure = PorterMeasure.Of(stem);
            if (measure > 1 || (measure == 1 && !PorterMeasure.EndsShort(stem)))
            {
                length--;
            }
        }

        return length > 1 && word[length - 1] == 'l' && word[length - 2] == 'l' && PorterMeasure.Of(word[..(length - 1)]) > 1 ? length - 1 : length;
    }

    private static int Restore(Span<byte> word, int length)
    {
        var current = word[..length];
        if (length > 2 && (current.EndsWith("at"u8) || current.EndsWith("bl"u8) || current.EndsWith("iz"u8)))
        {
            word[length] = (byte)'e';
            return length + 1;
        }

        var last = current[^1];
        if (length > 1 && !PorterMeasure.IsVowel(last, false) && last is not ((byte)'l' or (byte)'s' or (byte)'z') && last == current[^2])
        {
            return length - 1;
        }

        if (PorterMeasure.Of(current) == 1 && PorterMeasure.EndsShort(current))
        {
            word[length] = (byte)'e';
            return length + 1;
        }

        return length;
    }
}
