using System.Text;
using OpenUpr.Drafting.Checking;
using OpenUpr.Tests.Sources.Doc;
using OpenUpr.Tests.Sources.Docx;
using static OpenUpr.Drafting.Checking.DocumentKind;

namespace OpenUpr.Tests.Drafting.Checking;

/// <summary>For every rule a file that breaks it: a good one with one thing changed.</summary>
internal static class BadFiles
{
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static readonly string s_long = string.Join(' ', Enumerable.Repeat("and the police of the north kept the registers", 800));

    public static IReadOnlyDictionary<string, (DocumentKind Kind, Func<byte[]> File)> All { get; } = new Dictionary<string, (DocumentKind, Func<byte[]>)>
    {
        ["file-form"] = (SubmissionIndividual, () => Encoding.ASCII.GetBytes("%PDF-1.7 and so on")),
        ["file-unread"] = (Factsheet, () => Encoding.ASCII.GetBytes("%PDF-1.7 and so on")),
        ["file-old-word"] = (SubmissionIndividual, () => Compound("WordDocument")),
        ["file-locked"] = (SubmissionIndividual, () => Compound("EncryptedPackage")),
        ["no-text"] = (SubmissionIndividual, () => new DocxBuilder().Raw("<w:p/>").Build()),
        ["file-protected"] = (SubmissionIndividual, () => Settings("<w:documentProtection w:edit=\"readOnly\" w:enforcement=\"1\"/>")),
        ["macros"] = Changed(SubmissionIndividual, p => p["word/vbaProject.bin"] = "x"),
        ["embedded"] = Changed(SubmissionIndividual, p => p["word/embeddings/sheet1.xlsx"] = "x"),
        ["outside-links"] = Changed(SubmissionIndividual, p => Relate(p, "word/_rels/document.xml.rels", "image", "https://pictures.example/track.png", external: true)),
        ["language"] = Said(SubmissionIndividual, "In practice the limit is not kept in the prisons of the north.", string.Concat(Enumerable.Repeat("Die Polizei hält die Menschen in der Stadt und auf dem Land für die Dauer von einer Woche fest. ", 30))),
        ["language-tag"] = Changed(SubmissionIndividual, p => p["word/styles.xml"] = p["word/styles.xml"].Replace("en-GB", "de-DE", StringComparison.Ordinal)),
        ["paper-size"] = Said(SubmissionIndividual, "w:w=\"11906\" w:h=\"16838\"", "w:w=\"12240\" w:h=\"15840\""),
        ["fonts"] = Changed(SubmissionIndividual, p => p["word/styles.xml"] = p["word/styles.xml"].Replace("Arial", "Tovell Grotesk", StringComparison.Ordinal)),
        ["tracked-changes"] = Added(SubmissionIndividual, "<w:p><w:ins w:author=\"Noor\"><w:r><w:t>new</w:t></w:r></w:ins></w:p>"),
        ["tracking-on"] = (SubmissionIndividual, () => Settings("<w:trackRevisions/>")),
        ["comments"] = (SubmissionIndividual, () => With("comments", "comments", "<w:comment w:id=\"0\" w:author=\"Noor\"><w:p><w:r><w:t>Is this safe?</w:t></w:r></w:p></w:comment>")),
        ["hidden-text"] = Added(SubmissionIndividual, $"<w:p>{DocxBuilder.Run("not for them", "<w:vanish/>")}</w:p>"),
        ["metadata"] = Changed(SubmissionIndividual, p => Property(p, "core-properties", "<coreProperties><creator>Noor</creator></coreProperties>")),
        ["own-properties"] = Changed(SubmissionIndividual, p => Property(p, "custom-properties", "<Properties><property name=\"Case number\"/></Properties>")),
        ["editing-sessions"] = (SubmissionIndividual, () => Settings("<w:rsids><w:rsid w:val=\"00A1\"/></w:rsids>")),
        ["word-limit"] = Said(SubmissionIndividual, "In practice the limit", $"{s_long} In practice the limit"),
        ["words-with-cover"] = (SubmissionIndividual, NearLimit),
        ["speaking-time"] = Said(OralStatement, "It has not been changed.", string.Concat(Enumerable.Repeat("It has not been changed in the north of the land. ", 30))),
        ["pre-session-time"] = Said(PreSessionStatement, "In practice the limit", $"{s_long} In practice the limit"),
        ["pages"] = Said(Factsheet, "In practice the limit", $"{s_long} In practice the limit"),
        ["sprawl"] = Added(SubmissionIndividual, Headings(9)),
        ["issues"] = Added(AdvocacyPaper, Headings(5)),
        ["recommendation-count"] = Changed(Factsheet, GoodFile.Behind("Ratify the Optional", string.Concat(Enumerable.Repeat(Text("Ratify the Optional Protocol to the Convention against Torture before the next review."), 5)))),
        ["recommendations-per-issue"] = Changed(AdvocacyPaper, GoodFile.Behind("How many of the", string.Concat(Enumerable.Repeat(Text("How many of the stations were visited in 2025?"), 9)))),
        ["cover-page"] = (SubmissionIndividual, () => GoodFile.Build(Factsheet)),
        ["contact"] = Said(SubmissionIndividual, ", www.tovell-rights.example", ""),
        ["joint-submitters"] = Said(SubmissionJoint, "Network of Women of Tovell (NWT)", "Tovell"),
        ["kind-doubt"] = Said(SubmissionIndividual, "Submission to", "Joint submission to"),
        ["about-us"] = Said(SubmissionIndividual, "was founded in 2009 and works on detention and the right to a fair trial", "sends this"),
        ["about-ngo"] = Changed(AdvocacyPaper, p => p[GoodFile.Document] = p[GoodFile.Document].Replace("About us", "The Forum", StringComparison.Ordinal).Replace("was founded in 2009", "speaks", StringComparison.Ordinal)),
        ["summary"] = Said(SubmissionIndividual, "Executive summary", "Police"),
        ["paragraph-numbers"] = Added(SubmissionIndividual, Text("In the second half of the year the police of the north held seven people for longer than the law allows and gave no reason for it to the judge.")),
        ["number-order"] = Added(SubmissionIndividual, Text("4. In the second half of the year the police of the north held seven people for longer than the law allows and gave no reason for it.") + Text("6. In the first half of the year the police of the south held seven people for longer than the law allows and gave no reason for it.")),
        ["page-numbers"] = Changed(SubmissionIndividual, p => p["word/footer1.xml"] = p["word/footer1.xml"].Replace("PAGE", "DATE", StringComparison.Ordinal)),
        ["recommendations"] = Said(SubmissionIndividual, "Recommendations", "Last words"),
        ["asks"] = Said(PreSessionStatement, "Recommendations", "Last words"),
        ["questions"] = Said(AdvanceQuestion, "2025?", "2025."),
        ["past-reviews"] = Changed(SubmissionIndividual, GoodFile.Words("In the previous cycle Tovell supported recommendation 12.4 of the report of the Working Group, and progress", "There progress")),
        ["past-reviews-brief"] = Changed(Factsheet, GoodFile.Words("In the previous cycle Tovell supported recommendation 12.4 of the report of the Working Group, and progress", "There progress")),
        ["progress"] = Said(SubmissionIndividual, "and progress was made", "and it was noted"),
        ["factsheet-order"] = Changed(Factsheet, GoodFile.Words("<w:t xml:space=\"preserve\">Questions<", "<w:t xml:space=\"preserve\">Context<")),
        ["own-submission"] = Said(AdvocacyPaper, "Our submission to the review", "Our letter"),
        ["annex-missing"] = Added(SubmissionIndividual, Text("The registers are in annex 2 (see annex).")),
        ["note-substance"] = (SubmissionIndividual, () => Noted("The police told our monitors that they had no cells for women and therefore kept them in the corridor for the whole of the week")),
        ["many-notes"] = (SubmissionIndividual, () => Noted(Enumerable.Repeat("Act of 2023, p. 4", 30).ToArray())),
        ["pictures"] = Added(SubmissionIndividual, Picture(" descr=\"A police station\"")),
        ["picture-text"] = Added(SubmissionIndividual, Picture("")),
        ["named-person"] = Said(SubmissionIndividual, "people were held", "Ms. Lena Amadi was held"),
        ["recognisable-case"] = Said(SubmissionIndividual, "people were held", "a 17-year-old girl was held"),
        ["personal-details"] = Said(SubmissionIndividual, "people were held", "people, to be reached under +99 555 123 4567, were held"),
        ["emotive"] = Said(SubmissionIndividual, "people were held", "people were shamefully held"),
        ["not-smart"] = Said(SubmissionIndividual, "Ratify the Optional Protocol to the Convention against Torture before", "Sign and ratify CRPD and OP-CEDAW before"),
        ["upr-reference"] = Changed(OralStatement, p => p[GoodFile.Document] = p[GoodFile.Document].Replace("Universal Periodic Review", "hearing", StringComparison.Ordinal).Replace("Working Group", "meeting", StringComparison.Ordinal)),
        ["outcome-reference"] = Changed(OralStatement, p => p[GoodFile.Document] = p[GoodFile.Document].Replace("outcome", "end", StringComparison.Ordinal).Replace("report of the Working Group", "paper", StringComparison.Ordinal)),
        ["new-recommendations"] = Said(OralStatement, "We call on the State", "We recommend a new law and call on the State"),
        ["call-to-implement"] = Said(OralStatement, "implement", "love"),
        ["late-position"] = Said(OralStatement, "We call on the State", "We ask the State to accept the recommendations that it noted, and call on it"),
        ["status-named"] = Said(WrittenStatement, " in special consultative status", " of Tovell"),
        ["quotes"] = Said(OralStatement, "recommendation 12.4 from", "the words of"),
        ["matrix-table"] = Said(Matrix, "Position", "Remark"),
        ["matrix-unassessed"] = Said(Matrix, "Partially implemented: the Act of 2023 sets a limit, which six of the nine stations that we saw do not keep.", ""),
        ["matrix-bare-value"] = Said(Matrix, ": the Act of 2023 sets a limit, which six of the nine stations that we saw do not keep.", ""),
    };

    private static (DocumentKind, Func<byte[]>) Changed(DocumentKind kind, Action<Dictionary<string, string>> change) => (kind, () => GoodFile.Build(kind, change));

    private static (DocumentKind, Func<byte[]>) Said(DocumentKind kind, string old, string now) => Changed(kind, GoodFile.Words(old, now));

    /// <summary>More blocks behind the second paragraph of the text.</summary>
    private static (DocumentKind, Func<byte[]>) Added(DocumentKind kind, string xml) => Changed(kind, GoodFile.Behind("In practice the limit", xml));

    private static string Text(string text) => DocxBuilder.ParagraphXml(text, style: "Normal");

    private static string Picture(string more) => $"<w:p><w:r><w:drawing><wp:inline xmlns:wp=\"wp\"><wp:docPr id=\"1\" name=\"p\"{more}/><a:blip xmlns:a=\"a\"/></wp:inline></w:drawing></w:r></w:p>";

    private static string Headings(int count) => string.Concat(Enumerable.Range(1, count).Select(i => DocxBuilder.ParagraphXml($"Issue {i}", style: "Heading1")));

    private static byte[] NearLimit()
    {
        var counted = GoodFile.Check(GoodFile.Build(SubmissionIndividual), SubmissionIndividual).Words.Counted;
        return GoodFile.Build(SubmissionIndividual, GoodFile.Words("In practice the limit", $"{string.Join(' ', Enumerable.Repeat("the", 2815 - counted))} In practice the limit"));
    }

    private static byte[] Settings(string xml) => With("settings", "settings", xml);

    /// <summary>A good submission with a part more, which its text refers to.</summary>
    private static byte[] With(string name, string kind, string xml) => GoodFile.Build(SubmissionIndividual, parts =>
    {
        parts[$"word/{name}.xml"] = $"<w:{kind} xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">{xml}</w:{kind}>";
        Relate(parts, "word/_rels/document.xml.rels", kind, $"{name}.xml");
    });

    private static byte[] Noted(params string[] notes) => GoodFile.Build(SubmissionIndividual, parts =>
    {
        GoodFile.Behind("In practice the limit", $"<w:p>{string.Concat(notes.Select((_, i) => $"<w:r><w:footnoteReference w:id=\"{i + 2}\"/></w:r>"))}</w:p>")(parts);
        parts["word/footnotes.xml"] = $"<w:footnotes xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">{string.Concat(notes.Select((n, i) => $"<w:footnote w:id=\"{i + 2}\">{DocxBuilder.ParagraphXml(n)}</w:footnote>"))}</w:footnotes>";
        Relate(parts, "word/_rels/document.xml.rels", "footnotes", "footnotes.xml");
    });

    private static void Property(Dictionary<string, string> parts, string kind, string xml)
    {
        parts[$"docProps/{kind}.xml"] = xml;
        Relate(parts, "_rels/.rels", kind, $"docProps/{kind}.xml");
    }

    private static void Relate(Dictionary<string, string> parts, string file, string kind, string target, bool external = false) =>
        parts[file] = parts[file].Replace("</Relationships>", $"<Relationship Id=\"x-{kind}\" Type=\"{Office}/{kind}\" Target=\"{target}\"{(external ? " TargetMode=\"External\"" : "")}/></Relationships>", StringComparison.Ordinal);

    /// <summary>A compound file with one stream of this name.</summary>
    private static byte[] Compound(string stream) => CompoundBuilder.Build((stream, new byte[8192]));
}
