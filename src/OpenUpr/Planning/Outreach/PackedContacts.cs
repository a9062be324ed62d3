using System.IO.Compression;
using System.Text.Json;
using OpenUpr.Sources;

namespace OpenUpr.Planning.Outreach;

/// <summary>Contacts on their way through a form, between being looked at and being taken over.</summary>
public static class PackedContacts
{
    /// <summary>Bytes that a pack may unfold to.</summary>
    private const int MaxUnpacked = 16 * 1024 * 1024;

    public static string Pack(IReadOnlyList<ReadContact> contacts)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Optimal))
        {
            JsonSerializer.Serialize(brotli, contacts);
        }

        return Convert.ToBase64String(packed.ToArray());
    }

    /// <exception cref="SourceException">It is no pack, or unfolds to too much.</exception>
    public static IReadOnlyList<ReadContact> Open(string pack)
    {
        try
        {
            using var brotli = new BrotliStream(new MemoryStream(Convert.FromBase64String(pack)), CompressionMode.Decompress);
            using var plain = new MemoryStream();
            var buffer = new byte[64 * 1024];
            while (brotli.Read(buffer) is var read and > 0)
            {
                plain.Write(buffer, 0, read);
                if (plain.Length > MaxUnpacked)
                {
                    throw new SourceException("The list of contacts is too long. Choose the file again.");
                }
            }

            var contacts = JsonSerializer.Deserialize<List<ReadContact>>(plain.ToArray()) ?? [];
            return contacts.Count is > 0 and <= ContactFile.MaxContacts && contacts.TrueForAll(c => c is { Wish.Secrets: not null }) ? contacts : throw new SourceException("The list of contacts is not whole. Choose the file again.");
        }
        catch (Exception e) when (e is FormatException or InvalidDataException or InvalidOperationException or JsonException)
        {
            throw new SourceException("The list of contacts is not whole. Choose the file again.", inner: e);
        }
    }
}
