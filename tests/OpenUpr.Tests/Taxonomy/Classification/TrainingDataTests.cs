using OpenUpr.Sources;
using OpenUpr.Taxonomy.Classification;
using OpenUpr.Tests.Import;

namespace OpenUpr.Tests.Taxonomy.Classification;

public sealed class TrainingDataTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Recommendations_are_read_and_pledges_are_not()
    {
        var data = TrainingData.Read([_folder.Write("a.csv", InventedExport.Csv())], cancel: TestContext.Current.CancellationToken);
        Assert.Equal(InventedExport.Examples().Count, data.Examples.Count);
        Assert.Equal((1, 0), (data.Pledges, data.Skipped));
        Assert.Equal([1, 2, 3], data.Sessions);
    }

    [Fact]
    public void A_row_counts_once_however_often_its_file_is_there_and_in_whichever_order()
    {
        var (a, b) = (_folder.Write("a.csv", InventedExport.Csv()), _folder.Write("b.csv", InventedExport.Csv("\r")));
        var once = TrainingData.Read([a], cancel: TestContext.Current.CancellationToken);
        var twice = TrainingData.Read([b, a], cancel: TestContext.Current.CancellationToken);
        Assert.Equal(once.Examples.Select(e => e.Text), twice.Examples.Select(e => e.Text));
        Assert.Equal(twice.Examples.Select(e => e.Text), TrainingData.Read([a, b], cancel: TestContext.Current.CancellationToken).Examples.Select(e => e.Text));
    }

    [Fact]
    public void Only_the_sessions_asked_for_are_read()
    {
        var path = _folder.Write("a.csv", InventedExport.Csv());
        Assert.Equal([2, 3], TrainingData.Read([path], 2, 3, cancel: TestContext.Current.CancellationToken).Sessions);
        var none = Assert.Throws<SourceException>(() => TrainingData.Read([path], 40, 50, cancel: TestContext.Current.CancellationToken));
        Assert.Contains("40 to 50", none.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_with_an_unknown_category_is_left_out_and_counted()
    {
        var csv = InventedExport.Csv().Replace(",Accepted,5,", ",Accepted,7,", StringComparison.Ordinal);
        var data = TrainingData.Read([_folder.Write("a.csv", csv)], cancel: TestContext.Current.CancellationToken);
        Assert.Equal(InventedExport.Examples().Count(e => e.Action == 5), data.Skipped);
        Assert.DoesNotContain(data.Examples, e => e.Action == 5);
    }

    [Fact]
    public void A_file_that_was_named_must_be_an_export()
    {
        var path = _folder.Write("list.csv", "Name,Town\r\nAda,Ljubljana\r\n");
        Assert.Contains("list.csv", Assert.Throws<SourceException>(() => TrainingData.Read([path], cancel: TestContext.Current.CancellationToken)).Message, StringComparison.Ordinal);
    }
}
