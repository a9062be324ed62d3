using OpenUpr.Taxonomy.Classification;
using OpenUpr.Taxonomy.Classification.Issues;
using Xunit;

namespace OpenUpr.Tests.Taxonomy.Classification.Issues;

public sealed class IssueCueTableTests
{
    [Theory]
    // UPR Info, "Issue categorisation" (2014), section 3: common quotes and their tags.
    [InlineData("Legalise abortion", "womens-rights")]
    [InlineData("Protect persons with albinism", "minorities")]
    [InlineData("Hold awareness raising campaigns", "human-rights-education-and-training")]
    [InlineData("Stop begging", "labour rights-of-the-child")]
    [InlineData("Introduce birth registration", "rights-of-the-child")]
    [InlineData("End child labour", "rights-of-the-child labour")]
    [InlineData("Demobilise child soldiers", "rights-of-the-child international-humanitarian-law")]
    [InlineData("Respect conscientious objection", "freedom-of-religion-and-belief")]
    [InlineData("Decriminalise defamation", "freedom-of-opinion-and-expression")]
    [InlineData("Fight drug abuse", "public-security")]
    [InlineData("Care for the elderly", "other")]
    [InlineData("End female genital mutilation", "womens-rights rights-of-the-child torture-and-other-cid-treatment")]
    [InlineData("Recognise the genocide", "justice")]
    [InlineData("Reform juvenile justice", "rights-of-the-child justice")]
    [InlineData("Reduce maternal mortality", "right-to-health womens-rights")]
    [InlineData("Strengthen the ombudsman", "nhri")]
    [InlineData("Release political prisoners", "freedom-of-opinion-and-expression")]
    [InlineData("Lift the state of emergency", "public-security")]
    [InlineData("Ban the taser", "torture-and-other-cid-treatment")]
    [InlineData("Reduce unemployment", "development")]
    [InlineData("End unequal pay", "womens-rights")]
    [InlineData("Protect the right to privacy", "other")]
    [InlineData("Adopt a plan of action", "national-plan-of-action")]
    public void A_common_quote_has_the_tags_of_the_codebook(string text, string issues)
    {
        var found = Find(IssueCueTable.Current, text).SelectMany(m => IssueCueTable.Current.All[m.Cue].Issues);
        Assert.Superset(issues.Split(' ').ToHashSet(), found.ToHashSet());
    }

    [Theory]
    [InlineData("Raise awareness of the law")]
    [InlineData("Respect international standards")]
    public void What_the_codebook_leaves_untagged_has_no_issue(string text)
    {
        var found = Find(IssueCueTable.Current, text).Select(m => IssueCueTable.Current.All[m.Cue]).Where(c => c.IsInCodebook).ToList();
        Assert.NotEmpty(found);
        Assert.All(found, cue => Assert.Empty(cue.Issues));
    }

    [Fact]
    public void A_plan_is_one_only_when_it_is_called_a_plan_of_action()
    {
        Assert.DoesNotContain(Find(IssueCueTable.Current, "Plan to protect the rights of all"), m => IssueCueTable.Current.All[m.Cue].Issues.Contains("national-plan-of-action"));
    }

    [Fact]
    public void A_mention_says_where_it_stands()
    {
        var mention = Find(IssueCueTable.Current, "Take steps to abolish the death penalty soon").Single(m => IssueCueTable.Current.All[m.Cue].Name == "death-penalty");
        Assert.Equal((5, 2), (mention.FirstWord, mention.Words));
    }

    [Fact]
    public void Every_cue_names_its_source_and_has_a_phrase_of_its_own()
    {
        var all = IssueCueTable.Current.All;
        Assert.Equal(all.Count, all.Select(c => c.Name).Distinct().Count());
        Assert.All(all, cue => Assert.True(cue.Source == "corpus" || cue.Source.StartsWith("UPR Info 2014 ", StringComparison.Ordinal), cue.Name));
        Assert.All(all, cue => Assert.NotEmpty(cue.Phrases));
    }

    [Fact]
    public void A_model_keeps_the_table_as_it_was()
    {
        using var stream = new MemoryStream();
        IssueCueTable.Current.Write(new BinaryWriter(stream));
        stream.Position = 0;
        var read = IssueCueTable.Read(new BinaryReader(stream));
        const string text = "Ensure the right to education of girls with disabilities and end early marriages";
        Assert.Equal(Find(IssueCueTable.Current, text), Find(read, text));
        Assert.Equal(IssueCueTable.Current.All.Select(c => (c.Name, c.Kind, c.Source)), read.All.Select(c => (c.Name, c.Kind, c.Source)));
    }

    private static List<IssueCueMention> Find(IssueCueTable table, string text)
    {
        var (words, stems, found) = (new TextWords(), new WordStems(), new Gathered<IssueCueMention>());
        words.Read(text);
        stems.Learn(text);
        table.Find(words.Hashes.ToArray().Select(stems.Of).ToArray(), found);
        return found.ToList();
    }
}
