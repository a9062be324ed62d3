using OpenUpr.Tests.Sources.Docx;

namespace OpenUpr.Tests.Import.Papers;

/// <summary>Files of invented papers that the readers read.</summary>
internal static class PaperFiles
{
    public const string ListName = "UPR34_Slovenia_Thematic_list.docx";

    /// <summary>A thematic list: each row a recommendation with its States behind it, and the State's position.</summary>
    public static byte[] List(params (string Text, string Position)[] rows)
    {
        string[] head = ["Recommendation", "Position", "Full list of themes", "Assessment/comments on level of implementation"];
        var xml = string.Concat(rows.Select(r => DocxBuilder.RowXml([r.Text, r.Position, "- Courts", ""])));
        return new DocxBuilder().Raw($"<w:tbl>{DocxBuilder.RowXml(head)}{DocxBuilder.WideRowXml("Theme: Courts", head.Length)}{xml}</w:tbl>").Build();
    }

    public static byte[] Questions(string state, params string[] questions)
    {
        var file = new DocxBuilder().Paragraph($"ADVANCE QUESTIONS TO {state}", bold: true).Paragraph("FRANCE", bold: true);
        return questions.Aggregate(file, (f, q) => f.Paragraph(q)).Build();
    }
}
