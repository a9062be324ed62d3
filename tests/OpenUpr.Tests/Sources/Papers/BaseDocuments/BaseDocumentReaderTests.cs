using OpenUpr.Reviews;
using OpenUpr.Sources.Papers;

namespace OpenUpr.Tests.Sources.Papers.BaseDocuments;

public sealed class BaseDocumentReaderTests
{
    private const string Summary = """
        United Nations A/HRC/WG.6/14/XAR/3
        Summary of stakeholders' submissions on Arvenia
        # I. Background
        1. The present report is a summary of four submissions. ¹
        # II. Information provided by stakeholders
        2. Two groups spoke of the courts. ²
        3. The League noted that bread is dear. ³ The Council of Rivers agreed. ⁴
        4. JS1 asked for a law.
        # Notes
        _ 1 The stakeholders listed below have contributed information for this summary:
        _ Civil society
        _ Individual submissions:
        _ LBA League for Bread and Air, Portmere;
        _ Open Door The Open Door, Portmere;
        _ Joint submissions:
        _ ABC/JS1 Joint submission 1 submitted by: The Mill; and The Oven;
        _ National human rights institution:
        _ NHRI Ombudsman of Arvenia*;
        _ Regional intergovernmental organization(s):
        _ CR Council of Rivers
        _ Attachments:
        _ (CR-Courts) Report on the courts, adopted in 2011;
        _ 2 Open Door, p. 3; JS1, paras. 4 and 7.
        _ 3 LBA, para. 5. See also NHRI, p. 2.
        _ 4 Ibid., and CR-Courts, p. 9.
        """;

    private static readonly ReferenceData s_reference = ReferenceData.Load(World.Demo);

    [Fact]
    public void Submitters_are_listed_with_code_name_and_group()
    {
        var submitters = Read().Submitters;
        Assert.Equal(["LBA", "Open Door", "ABC/JS1", "NHRI", "CR", "CR-Courts"], submitters.Select(s => s.Code));
        Assert.Equal("League for Bread and Air, Portmere", submitters[0].Name);
        Assert.Equal("Joint submission 1 submitted by: The Mill; and The Oven", submitters[2].Name);
        Assert.Equal(["Individual submissions", "Individual submissions", "Joint submissions", "National human rights institution", "Regional intergovernmental organization(s)", "Regional intergovernmental organization(s)"], submitters.Select(s => s.Kind));
    }

    [Fact]
    public void Marks_in_a_paragraph_lead_through_the_notes_to_its_submitters()
    {
        var passages = Read().Passages;
        Assert.Equal(["Open Door", "ABC/JS1"], Of("2").Submitters);
        Assert.Equal(["LBA", "NHRI", "CR-Courts"], Of("3").Submitters);
        Assert.Equal(["ABC/JS1"], Of("4").Submitters);

        ReadPassage Of(string number) => passages.Single(p => p.Number == number);
    }

    [Fact]
    public void The_text_is_kept_without_marks_notes_and_masthead()
    {
        var reading = Read();
        Assert.Equal(["1", "2", "3", "4"], reading.Passages.Select(p => p.Number));
        Assert.Equal("The League noted that bread is dear. The Council of Rivers agreed.", reading.Passages[2].Text);
        Assert.Equal("II. Information provided by stakeholders", reading.Passages[2].Heading);
        Assert.Equal((PaperKind.Summary, "XAR", 14), (reading.Identity.Kind, reading.Identity.Sur, reading.Identity.Session));
    }

    [Theory]
    [InlineData("cycle3/g1924226.pdf", 79, 21)]
    [InlineData("cycle4/g2420410.pdf", 89, 20)]
    public void Every_paragraph_of_the_summaries_of_the_corpus_has_its_submitters(string file, int paragraphs, int submitters)
    {
        var reading = PaperCorpus.Read($"slovenia/{file}");
        var numbered = reading.Passages.Where(p => p.Number is not null).ToList();
        Assert.Equal(Enumerable.Range(1, paragraphs).Select(n => $"{n}"), numbered.Select(p => p.Number));
        Assert.All(numbered, p => Assert.NotEmpty(p.Submitters));
        Assert.Equal(submitters, reading.Submitters.Count);
        Assert.All(numbered.SelectMany(p => p.Submitters), code => Assert.Contains(reading.Submitters, s => s.Code == code));
    }

    [Theory]
    [InlineData("cycle3/g1923444.pdf", "national-report")]
    [InlineData("cycle3/g1925890.pdf", "compilation")]
    [InlineData("cycle4/g2420070.pdf", "national-report")]
    [InlineData("cycle4/g2419943.pdf", "compilation")]
    public void The_base_documents_of_the_corpus_are_read_by_paragraph_without_a_gap(string file, string kind)
    {
        var reading = PaperCorpus.Read($"slovenia/{file}");
        Assert.Equal(kind, reading.Identity.KindName);
        var numbers = reading.Passages.Select(p => p.Number).OfType<string>().Where(n => n.All(char.IsAsciiDigit)).Select(int.Parse).ToList();
        Assert.Equal(Enumerable.Range(1, numbers.Count), numbers);
        Assert.True(numbers.Count > 40);
    }

    private static PaperReading Read() => PaperReader.Read(PaperTexts.Word(Summary), s_reference);
}
