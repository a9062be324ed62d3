namespace OpenUpr.Search.Index;

/// <summary>
/// The ranking formula (k1 1.2, b 0.75), split so that a search only multiplies and adds small whole numbers: the part that
/// depends on the text is kept as a byte, the part that depends on the word becomes a weight when the query is known.
/// </summary>
internal static class Bm25
{
    private const double K1 = 1.2;
    private const double B = 0.75;

    /// <summary>1 to 255 for a word that occurs <paramref name="times"/> in a text of <paramref name="length"/> words.</summary>
    public static byte Impact(int times, int length, double averageLength)
    {
        var saturated = times * (K1 + 1) / (times + (K1 * (1 - B + (B * length / averageLength))));
        return (byte)Math.Clamp((int)Math.Round(saturated / (K1 + 1) * Postings.MaxImpact), 1, Postings.MaxImpact);
    }

    /// <summary>How much a word tells that occurs in so many of all pairs; above 0.</summary>
    public static double Idf(int frequency, int count) => Math.Log(1 + ((count - frequency + 0.5) / (frequency + 0.5)));
}
