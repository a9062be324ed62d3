using OpenUpr.Drafting.Checking;
using OpenUpr.Drafting.Checking.Word;
using OpenUpr.Tests.Sources.Docx;

namespace OpenUpr.Tests.Drafting.Checking;

/// <summary>A Word file of each kind, about fictional States, in which no rule finds anything; a test changes one thing in it.</summary>
internal static class GoodFile
{
    public const string Document = "word/document.xml";
    public const int Year = 2026;

    private const string PageBreak = "<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>";

    private static readonly string[] s_body =
    [
        "In the previous cycle Tovell supported recommendation 12.4 of the report of the Working Group, and progress was made: the Act of 2023 limits the time for which a person is held by the police.",
        "In practice the limit is not kept in the prisons of the north. In 2025 our monitors saw the registers of nine police stations, and in six of them people were held for longer than the Act allows.",
    ];

    public static Dictionary<string, string> Parts(DocumentKind kind)
    {
        var builder = new DocxBuilder().List(1, ("decimal", "%1."))
            .Style("Normal", "<w:rPr><w:rFonts w:ascii=\"Arial\"/><w:lang w:val=\"en-GB\"/></w:rPr>").Style("Heading1", "<w:basedOn w:val=\"Normal\"/>")
            .Part("footer1", "footer", "<w:p><w:fldSimple w:instr=\" PAGE \"><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p>");
        Fill(builder, kind);
        var parts = builder.Parts();
        parts[Document] = parts[Document].Replace("<w:sectPr/>", "<w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/></w:sectPr>", StringComparison.Ordinal);
        return parts;
    }

    public static byte[] Build(DocumentKind kind, Action<Dictionary<string, string>>? change = null)
    {
        var parts = Parts(kind);
        change?.Invoke(parts);
        return DocxBuilder.Zip(parts);
    }

    public static CheckReport Check(byte[] file, DocumentKind kind, string? language = null) =>
        Checker.Check(Read(file), kind, language, Year, TestContext.Current.CancellationToken);

    public static CheckedDocument Read(byte[] file)
    {
        using var content = new MemoryStream(file, writable: false);
        return WordFile.Read(content, file.Length, TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
    }

    /// <summary>Changes words of the running text.</summary>
    public static Action<Dictionary<string, string>> Words(string old, string now) => parts =>
    {
        Assert.Contains(old, parts[Document], StringComparison.Ordinal);
        parts[Document] = parts[Document].Replace(old, now, StringComparison.Ordinal);
    };

    /// <summary>Puts blocks behind the first paragraph with these words.</summary>
    public static Action<Dictionary<string, string>> Behind(string words, string xml) => parts =>
    {
        var end = parts[Document].IndexOf("</w:p>", parts[Document].IndexOf(words, StringComparison.Ordinal), StringComparison.Ordinal) + 6;
        parts[Document] = parts[Document].Insert(end, xml);
    };

    private static void Fill(DocxBuilder file, DocumentKind kind)
    {
        switch (kind)
        {
            case DocumentKind.SubmissionIndividual or DocumentKind.SubmissionJoint:
                Submission(file, kind);
                break;
            case DocumentKind.Factsheet or DocumentKind.AdvocacyPaper or DocumentKind.MidTermReport or DocumentKind.PreSessionStatement:
                Paper(file);
                break;
            case DocumentKind.OralStatement:
                Text(file, "Mr. President, the Forum takes the floor on the outcome of the Universal Periodic Review of Tovell. The report of the Working Group holds 140 recommendations.".Replace("Mr. ", "Dear ", StringComparison.Ordinal));
                Text(file, "Tovell has supported recommendation 12.4 from Arvenia, and told the Working Group that the law was being changed. It has not been changed. We call on the State to implement it within the year.");
                break;
            case DocumentKind.WrittenStatement:
                Text(file, "Written statement submitted by the Forum for Rights, a non-governmental organization in special consultative status.");
                Text(file, s_body[0]);
                break;
            case DocumentKind.Matrix:
                file.Table(
                    ["Recommendation", "Position", "Full list of themes", "Assessment/comments on level of implementation"],
                    ["12.4 Limit the time for which a person is held by the police (Arvenia);", "Supported", "Detention", "Partially implemented: the Act of 2023 sets a limit, which six of the nine stations that we saw do not keep."]);
                break;
            case DocumentKind.AdvanceQuestion:
                Text(file, "What has the Government of Tovell done since the last review so that the police keep to the limits of the Act of 2023, and how many of the stations were visited in 2025?");
                break;
            default:
                Text(file, s_body[0]);
                break;
        }
    }

    private static void Submission(DocxBuilder file, DocumentKind kind)
    {
        Text(file, "Submission to the Universal Periodic Review of Tovell");
        Text(file, "Tovell Rights Forum (TRF), www.tovell-rights.example");
        if (kind == DocumentKind.SubmissionJoint)
        {
            Text(file, "Network of Women of Tovell (NWT)");
        }

        Text(file, "The Tovell Rights Forum was founded in 2009 and works on detention and the right to a fair trial.");
        file.Raw(PageBreak);
        Heading(file, "Executive summary");
        Text(file, "The police of Tovell hold people for longer than the law allows.");
        Heading(file, "Detention");
        s_body.ToList().ForEach(text => file.Paragraph(text, list: 1, style: "Normal"));
        Recommendation(file);
    }

    private static void Paper(DocxBuilder file)
    {
        Text(file, "Detention in Tovell");
        Heading(file, "Detention");
        s_body.ToList().ForEach(text => Text(file, text));
        Text(file, "Our submission to the review says more, in its paragraph 4.");
        Heading(file, "About us");
        Text(file, "The Tovell Rights Forum was founded in 2009.");
        Recommendation(file);
        Heading(file, "Questions");
        Text(file, "How many of the stations were visited in 2025?");
    }

    private static void Recommendation(DocxBuilder file)
    {
        Heading(file, "Recommendations");
        Text(file, "Ratify the Optional Protocol to the Convention against Torture before the next review.");
    }

    private static void Heading(DocxBuilder file, string text) => file.Paragraph(text, style: "Heading1");

    private static void Text(DocxBuilder file, string text) => file.Paragraph(text, style: "Normal");
}
