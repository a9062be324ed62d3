namespace OpenUpr.Tests.Sources;

/// <summary>Damages files at random places. Seeded, so that a failure can be repeated.</summary>
internal static class Mutations
{
    /// <summary>A copy with some bytes changed, cut out, doubled, or its end cut off.</summary>
    public static byte[] Of(byte[] original, Random random)
    {
        var bytes = new List<byte>(original);
        for (var changes = random.Next(1, 8); changes > 0 && bytes.Count > 8; changes--)
        {
            var at = random.Next(bytes.Count);
            var length = Math.Min(random.Next(1, 64), bytes.Count - at);
            switch (random.Next(6))
            {
                case 0:
                    bytes.RemoveRange(at, length);
                    break;
                case 1:
                    bytes.InsertRange(at, bytes.GetRange(at, length));
                    break;
                case 2 when random.Next(4) == 0:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
                case 3:
                    bytes[at] = (byte)(random.Next(2) * 255);
                    break;
                default:
                    bytes[at] = (byte)random.Next(256);
                    break;
            }
        }

        return [.. bytes];
    }

    /// <summary>A copy with a few characters of markup changed, so that the file's frame holds and the reader within is reached.</summary>
    public static string OfXml(string original, Random random)
    {
        var text = new System.Text.StringBuilder(original);
        string[] pieces = ["", "<w:p>", "</w:p>", "<w:tbl>", "</w:tc>", "<w:tr/>", "<w:numId w:val=\"-7\"/>", "w:val=\"999999999999\"", "&#0;", "&lol;", "<!DOCTYPE x>", "\uFFFE", "<w:fldChar w:fldCharType=\"begin\"/>", "<w:txbxContent>", "-2147483648", "<![CDATA["];
        for (var changes = random.Next(1, 5); changes > 0; changes--)
        {
            var at = random.Next(text.Length);
            text.Remove(at, Math.Min(random.Next(12), text.Length - at)).Insert(at, pieces[random.Next(pieces.Length)]);
        }

        return text.ToString();
    }
}
