using OpenUpr.Taxonomy.Classification;
using OpenUpr.Taxonomy.Entities;
using OpenUpr.Taxonomy.Smart;
using OpenUpr.Tests.Search;
using Xunit;

namespace OpenUpr.Tests.Taxonomy;

/// <summary>Texts of UPR Info's export, each once.</summary>
public sealed class RealTextTests
{
    /// <summary>Of the SMART review every so many texts are enough here; all were reviewed when the rules were written.</summary>
    private const int Step = 25;

    [Fact]
    public void What_coders_tagged_as_instruments_names_one_or_a_class_of_them()
    {
        Assert.SkipWhen(ExportCorpus.Rows is null, ExportCorpus.Missing);
        var (finder, words, found) = (new EntityFinder(), new TextWords(), new List<EntityMention>());
        var tagged = ExportCorpus.Rows!.Where(r => r.Issues.Contains("international-instruments")).DistinctBy(r => r.Text).ToList();
        var named = tagged.Count(row =>
        {
            words.Read(row.Text);
            finder.Find(words, found);
            return found.Any(m => EntityList.Current.All[m.Entity].Kind == EntityKind.Instrument);
        });
        Assert.InRange(named / (double)tagged.Count, 0.975, 1);
    }

    [Fact]
    public void Specific_actions_pass_more_often_than_general_ones_and_these_more_than_considering_ones()
    {
        Assert.SkipWhen(ExportCorpus.Rows is null, ExportCorpus.Missing);
        var reviews = ExportCorpus.Rows!.DistinctBy(r => r.Text).Where((_, i) => i % Step == 0)
            .Select(r => (r.Action, Review: SmartReview.Of(r.Text)))
            .Where(r => r.Review.Problem is null).ToList();
        double Passes(int action) => reviews.Where(r => r.Action == action).Average(r => r.Review.VerdictOf(SmartCriterion.Specific) == SmartVerdict.Pass ? 1.0 : 0);
        Assert.True(Passes(5) > 2 * Passes(4) && Passes(4) > Passes(3));
    }
}
