using OpenUpr.Taxonomy.Classification;

namespace OpenUpr.Tests.Taxonomy.Classification;

public sealed class LinearTrainerTests
{
    // Feature 0 says yes, 1 says no, the others nothing.
    private static readonly int[][] s_rows = [[0, 2], [0, 3], [0, 4, 2], [1, 2], [1, 3], [1, 4]];
    private static readonly bool[] s_answers = [true, true, true, false, false, false];

    [Fact]
    public void The_feature_that_decides_gets_the_weight()
    {
        foreach (var weights in new[] { LinearTrainer.Hinge(Rows(), s_answers, new(5), cancel: TestContext.Current.CancellationToken), LinearTrainer.Logistic(Rows(), s_answers, new(5), cancel: TestContext.Current.CancellationToken) })
        {
            Assert.True(weights[0] > 0.1 && weights[1] < -0.1);
            Assert.All(weights[2..], w => Assert.True(Math.Abs(w) < weights[0] / 2));
            Assert.Equal(s_answers, s_rows.Select(r => LinearTrainer.Score(weights, r) > 0));
        }
    }

    [Fact]
    public void Training_repeats_to_the_last_bit()
    {
        Assert.Equal(LinearTrainer.Hinge(Rows(), s_answers, new(5), cancel: TestContext.Current.CancellationToken), LinearTrainer.Hinge(Rows(), s_answers, new(5), cancel: TestContext.Current.CancellationToken));
        Assert.Equal(LinearTrainer.Logistic(Rows(), s_answers, new(5), cancel: TestContext.Current.CancellationToken), LinearTrainer.Logistic(Rows(), s_answers, new(5), cancel: TestContext.Current.CancellationToken));
    }

    [Fact]
    public void A_table_finds_each_of_its_features_at_a_place_of_its_own_and_no_other()
    {
        var hashes = Enumerable.Range(0, 5000).Select(i => TextWords.Hash($"word {i}")).ToList();
        var table = FeatureTable.Of(hashes);
        Assert.Equal(hashes.Count, hashes.Select(table.Find).Where(p => p >= 0 && p < table.Places).Distinct().Count());
        Assert.All(Enumerable.Range(0, 5000), i => Assert.Equal(-1, table.Find(TextWords.Hash($"other {i}"))));
    }

    private static SparseRows Rows()
    {
        var rows = new SparseRows();
        s_rows.ToList().ForEach(r => rows.Add(r));
        return rows;
    }
}
