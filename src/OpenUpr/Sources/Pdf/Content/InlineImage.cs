using OpenUpr.Sources.Pdf.Objects;

namespace OpenUpr.Sources.Pdf.Content;

/// <summary>Passes over a picture that stands within a page's operators (ISO 32000-1, 8.9.7).</summary>
internal static class InlineImage
{
    /// <param name="lexer">Behind "BI"; afterwards behind "EI".</param>
    public static void Skip(PdfLexer lexer)
    {
        for (var value = lexer.Read(); !value.IsKeyword("ID"); value = lexer.Read())
        {
            if (value.Kind == PdfKind.End || value.IsKeyword("EI"))
            {
                return;
            }
        }

        var data = lexer.Data.AsSpan(0, lexer.End);
        for (var at = lexer.Position; at < data.Length;)
        {
            var next = data[at..].IndexOf("EI"u8);
            if (next < 0)
            {
                lexer.Position = lexer.End;
                return;
            }

            at += next + 2;
            if (PdfLexer.IsSpace(data[Math.Max(0, at - 3)]) && (at >= data.Length || PdfLexer.IsSpace(data[at])))
            {
                lexer.Position = at;
                return;
            }
        }

        lexer.Position = lexer.End;
    }
}
