namespace OpenUpr.Sources.Papers.StateMentions;

/// <summary>Tells whether two spellings differ by one letter: one wrong, missing or too many, or two changed about.</summary>
internal static class Misprint
{
    public static bool IsOneLetter(string right, string written)
    {
        if (Math.Abs(right.Length - written.Length) > 1)
        {
            return false;
        }

        var same = right.AsSpan().CommonPrefixLength(written);
        var a = right.AsSpan(same);
        var b = written.AsSpan(same);
        if (a.Length != b.Length)
        {
            return a.Length > b.Length ? a[1..].SequenceEqual(b) : b[1..].SequenceEqual(a);
        }

        return a.Length > 0
            && (a[1..].SequenceEqual(b[1..]) || (a.Length > 1 && a[0] == b[1] && a[1] == b[0] && a[2..].SequenceEqual(b[2..])));
    }
}
