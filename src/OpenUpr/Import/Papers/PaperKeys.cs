using System.Security.Cryptography;
using System.Text;

namespace OpenUpr.Import.Papers;

/// <summary>The hashes by which what papers gave is known again. They are stored and compared for ever: what goes into them must not change.</summary>
internal static class PaperKeys
{
    private const int Bytes = 16;

    /// <summary>A text of a paper: its place, not its words, which a better reader may read otherwise.</summary>
    public static byte[] OfText(string sur, int session, PaperEntry entry) => Hash($"paper-text\n{sur}\n{session}\n{entry.Subject}");

    /// <summary>A pair of a paper: paragraph, State and how often the State stood in the paragraph before.</summary>
    public static byte[] OfPair(string sur, int session, PaperEntry entry, string rs, int ordinal) =>
        Hash($"paper-pair\n{sur}\n{session}\n{(int)entry.Kind}\n{entry.Paragraph}\n{rs}\n{ordinal}");

    /// <summary>The part of an export's text that stands in another paragraph than the rest of it; without an entry, the part that stands in none.</summary>
    public static byte[] OfSplit(byte[] textKey, PaperEntry? entry) => Hash($"split\n{Convert.ToHexString(textKey)}\n{entry?.Subject}");

    /// <summary>An identity for a merged id, whose own went over to the id that stays.</summary>
    public static byte[] OfMerged(long id) => Hash($"merged\n{id}");

    public static byte[] OfDoubt(string scope, RaisedDoubt doubt) => OfDoubt(scope, doubt.Code, doubt.Subject);

    /// <param name="scope">State under review and session, or the document's hash where the review is not known.</param>
    public static byte[] OfDoubt(string scope, string code, string subject) => Hash($"doubt\n{scope}\n{code}\n{subject}");

    private static byte[] Hash(string content) => SHA256.HashData(Encoding.UTF8.GetBytes(content))[..Bytes];
}
