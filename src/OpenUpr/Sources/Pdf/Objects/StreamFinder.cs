namespace OpenUpr.Sources.Pdf.Objects;

/// <summary>Finds where a stream's bytes begin and end, also where its length is wrong.</summary>
internal static class StreamFinder
{
    /// <param name="lexer">Behind the dictionary.</param>
    /// <returns>The stream, or the dictionary itself where none follows.</returns>
    public static PdfValue ReadStream(PdfObjects objects, PdfLexer lexer, PdfValue dictionary, int number, int generation)
    {
        var after = lexer.Position;
        lexer.SkipSpace();
        var data = objects.Data;
        var at = lexer.Position;
        if (!data.AsSpan(at, Math.Min(6, lexer.End - at)).SequenceEqual("stream"u8))
        {
            lexer.Position = after;
            return dictionary;
        }

        at += 6;
        at += at < lexer.End && data[at] == '\r' ? 1 : 0;
        at += at < lexer.End && data[at] == '\n' ? 1 : 0;
        var length = Length(objects, dictionary.Dictionary!, at);
        lexer.Position = at + length;
        return PdfValue.Of(new PdfStream(dictionary.Dictionary!, at, length, number, generation));
    }

    private static int Length(PdfObjects objects, PdfDictionary dictionary, int start)
    {
        var data = objects.Data.AsSpan(0, objects.Length);
        var claimed = dictionary["Length"];
        if (claimed.IsNumber && claimed.Number >= 0 && start + claimed.Number <= data.Length)
        {
            // A length is right when the word stands behind it, after a line break at most.
            var behind = data[(start + claimed.Int)..];
            var word = behind[..Math.Min(behind.Length, 20)].IndexOf("endstream"u8);
            if (word is >= 0 and <= 4)
            {
                return claimed.Int;
            }
        }

        var rest = data[start..];
        objects.Budget.Scan(rest.Length);
        var found = rest.IndexOf("endstream"u8);
        if (found < 0)
        {
            found = rest.IndexOf("endobj"u8);
        }

        return found < 0 ? rest.Length : found;
    }
}
