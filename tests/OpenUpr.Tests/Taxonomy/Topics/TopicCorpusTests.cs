using OpenUpr.Taxonomy.Classification;
using OpenUpr.Taxonomy.Topics;

namespace OpenUpr.Tests.Taxonomy.Topics;

/// <summary>OHCHR's lists of two cycles, which are not part of the repository: OPENUPR_CORPUS names the folder that holds slovenia/. Whole measures: perf's "topics".</summary>
public class TopicCorpusTests
{
    [Fact]
    public void Each_list_foretells_the_goals_of_the_other()
    {
        var corpus = Environment.GetEnvironmentVariable("OPENUPR_CORPUS");
        Assert.SkipWhen(string.IsNullOrEmpty(corpus), "No corpus: set OPENUPR_CORPUS to the folder that holds slovenia/.");
        var rows = TopicRow.ReadLists([.. Directory.EnumerateFiles(Path.Combine(corpus, "slovenia"), "*hematic*list*.docx", SearchOption.AllDirectories).Order()], cancel: TestContext.Current.CancellationToken);
        var lists = rows.Select(r => r.List).Distinct().ToList();
        Assert.Equal(2, lists.Count);
        foreach (var list in lists)
        {
            // Without a classifier's issues: the phrases must do.
            var model = TopicModel.Train([.. rows.Where(r => r.List != list)], _ => [], _ => { }, cancel: TestContext.Current.CancellationToken);
            var f1 = F1(model, [.. rows.Where(r => r.List == list)]);
            Assert.True(f1 > 0.68, $"{list}: {f1:0.000}; a keyword map of the goals' own words has less than 0.5");
        }
    }

    private static double F1(TopicModel model, IReadOnlyList<TopicRow> rows)
    {
        var (right, given, listed) = (0, 0, 0);
        var words = new TextWords();
        foreach (var row in rows)
        {
            words.Read(row.Text);
            var goals = model.Predict(words, []).Sdgs.Where(s => Sdg.FindTarget(s.Value) is null).Select(s => s.Value).ToList();
            right += row.Sdgs.Count(g => goals.Contains($"{g}"));
            given += goals.Count;
            listed += row.Sdgs.Count;
        }

        return 2.0 * right / (given + listed);
    }
}
