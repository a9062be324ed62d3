using System.IO.Compression;
using System.Text;
using OpenUpr.Sources;

namespace OpenUpr.Benchmarks.Fuzz;

/// <summary>Seeded damage: to any byte, to the structure of the file, or by words that stand for a trap.</summary>
internal static class Mutations
{
    private static readonly byte[][] _pdfWords = Words(
        "obj", "endobj", "stream", "endstream", "xref", "trailer", "startxref", "<<", ">>", "[", "]", "(", ")", "<", ">", "0 R", "1 0 R", "/Kids", "/Parent", "/Length", "/Prev", "/Type", "/Filter",
        "/FlateDecode", "/LZWDecode", "/ASCII85Decode", "/RunLengthDecode", "/Contents", "/Resources", "/Font", "/W", "/Index", "/Size", "/N", "/First", "/Encrypt", "/Root", "/Widths", "/ToUnicode",
        "99999999999999999999", "-1", "2147483647", "4294967296", "0", "0.0000001", "1e99", "Tf", "Tm", "Td", "TJ", "q", "Q", "cm", "Do", "BI", "BDC", "\0\0\0\0", "/Predictor 12", "/Columns 2147483647");

    private static readonly byte[][] _xmlWords = Words(
        "<w:p>", "</w:p>", "<w:tbl>", "</w:tbl>", "<w:tr>", "<w:tc>", "<w:r>", "<w:t>", "</w:t>", "<", ">", "&#x0;", "&lt;", "<!DOCTYPE a [<!ENTITY b \"c\">]>", "&b;", "w:val=\"-1\"", "w:val=\"99999999999\"",
        "w:numId", "w:ilvl", "w:gridSpan", "w:vMerge", "<![CDATA[", "]]>", "<?x ?>", "xmlns:w=\"\"", "\uFFFE");

    public static byte[] Of(FileForm form, byte[] original, Random random) => form == FileForm.Pdf || random.Next(4) == 0 ? Damage(original, form == FileForm.Pdf ? _pdfWords : _xmlWords, random) : DamagePart(original, random);

    private static byte[] Damage(byte[] original, byte[][] words, Random random)
    {
        var bytes = new List<byte>(original);
        for (var times = random.Next(1, 7); times > 0 && bytes.Count > 0; times--)
        {
            Once(bytes, words, random);
        }

        return [.. bytes];
    }

    private static void Once(List<byte> bytes, byte[][] words, Random random)
    {
        var at = Place(bytes, random);
        var length = Math.Min(random.Next(1, random.Next(4) == 0 ? 2_000 : 20), bytes.Count - at);
        switch (random.Next(9))
        {
            case 0:
                bytes[at] ^= (byte)(1 << random.Next(8));
                break;
            case 1:
                bytes[at] = (byte)random.Next(256);
                break;
            case 2:
                bytes.RemoveRange(at, length);
                break;
            case 3:
                bytes.InsertRange(at, bytes.GetRange(random.Next(bytes.Count - length + 1), length));
                break;
            case 4 when random.Next(3) == 0:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
            case 5 or 6:
                bytes.InsertRange(at, words[random.Next(words.Length)]);
                break;
            case 7:
                Overwrite(bytes, at, words[random.Next(words.Length)]);
                break;
            default:
                ChangeNumber(bytes, at, random);
                break;
        }
    }

    /// <summary>Half of the damage goes to the structure, which is small beside the compressed parts: near a bracket, a slash or the end.</summary>
    private static int Place(List<byte> bytes, Random random)
    {
        var at = random.Next(bytes.Count);
        if (random.Next(2) == 0)
        {
            return at;
        }

        if (random.Next(4) == 0)
        {
            return Math.Max(0, bytes.Count - random.Next(1, 2_000));
        }

        for (var i = at; i < bytes.Count - 6; i++)
        {
            if (bytes[i] == 'o' && bytes[i + 1] == 'b' && bytes[i + 2] == 'j')
            {
                return Math.Min(bytes.Count - 1, i + random.Next(0, 150));
            }
        }

        return at;
    }

    private static void Overwrite(List<byte> bytes, int at, byte[] word)
    {
        for (var i = 0; i < word.Length && at + i < bytes.Count; i++)
        {
            bytes[at + i] = word[i];
        }
    }

    private static void ChangeNumber(List<byte> bytes, int at, Random random)
    {
        for (var i = at; i < Math.Min(at + 400, bytes.Count); i++)
        {
            if (bytes[i] is >= (byte)'0' and <= (byte)'9')
            {
                bytes[i] = (byte)random.Next('0', '9' + 1);
                return;
            }
        }
    }

    /// <summary>Damage within one part of a package, which would else be lost in its compression.</summary>
    private static byte[] DamagePart(byte[] original, Random random)
    {
        using var from = new ZipArchive(new MemoryStream(original), ZipArchiveMode.Read);
        using var to = new MemoryStream();
        using (var zip = new ZipArchive(to, ZipArchiveMode.Create, leaveOpen: true))
        {
            var chosen = from.Entries.Count == 0 ? -1 : random.Next(3) == 0 ? random.Next(from.Entries.Count) : from.Entries.ToList().FindIndex(e => e.FullName == "word/document.xml");
            for (var i = 0; i < from.Entries.Count; i++)
            {
                using var source = from.Entries[i].Open();
                using var content = new MemoryStream();
                source.CopyTo(content);
                using var target = zip.CreateEntry(from.Entries[i].FullName, CompressionLevel.Fastest).Open();
                target.Write(i == chosen ? Damage(content.ToArray(), _xmlWords, random) : content.ToArray());
            }
        }

        return to.ToArray();
    }

    private static byte[][] Words(params string[] words) => [.. words.Select(Encoding.UTF8.GetBytes)];
}
