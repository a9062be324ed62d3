using System.Security.Cryptography;
using System.Text;

namespace OpenUpr.Recommendations;

/// <summary>
/// The hashes by which an imported row is known again (docs/adr/0004). They are stored and compared for ever:
/// what goes into them must not change.
/// </summary>
public static class RecommendationIdentity
{
    private const int Bytes = 16;

    /// <summary>Text as it is compared: lower case, every run of white space one space, none at the ends.</summary>
    public static string Normalise(string text) => string.Join(' ', text.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The key of one text for several States: rows of a review that share kind, wording and response.</summary>
    public static byte[] OfText(string sur, int session, RecommendationKind kind, string text, string response) =>
        Hash($"{sur}\n{session}\n{(int)kind}\n{response.ToLowerInvariant()}\n{Normalise(text)}");

    /// <summary>The identity of an export row. <paramref name="ordinal"/> counts identical rows of one file from 0, so that true twins stay.</summary>
    public static byte[] OfRow(byte[] textKey, string rs, int action, IEnumerable<string> issueSlugs, int ordinal) =>
        Hash($"{Convert.ToHexString(textKey)}\n{rs}\n{action}\n{string.Join(',', issueSlugs.Order(StringComparer.Ordinal))}\n{ordinal}");

    private static byte[] Hash(string content) => SHA256.HashData(Encoding.UTF8.GetBytes(content))[..Bytes];
}
