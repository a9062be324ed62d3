using System.Security.Cryptography;
using System.Text;
using OpenUpr.Reviews;

namespace OpenUpr.Export.Atom;

/// <summary>
/// Names feeds and entries for ever, whatever host, database or installation serves them: a feed reader knows an entry again by this alone.
/// What goes into a name must not change.
/// </summary>
public static class AtomId
{
    /// <summary>The name of a recommendation, from the identity by which an imported row is known again: its number differs from one installation to another.</summary>
    public static string OfRecommendation(World world, byte[] identity) => Of("recommendation", world, Convert.ToHexString(identity));

    /// <summary>The name of the feed of a search, from the search's canonical address without its host.</summary>
    public static string OfSearch(World world, string address) => Of("search", world, address);

    private static string Of(string kind, World world, string content)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes($"openupr/{kind}\n{world}\n{content}"))[..16];

        // Version 8 of RFC 9562: made by a rule of its own.
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return $"urn:uuid:{new Guid(bytes, bigEndian: true)}";
    }
}
