using OpenUpr.Reviews;
using OpenUpr.Search;
using OpenUpr.Search.Index;
using Xunit;
using static OpenUpr.Tests.Search.SearchHarness;

namespace OpenUpr.Tests.Search;

public sealed class SnapshotTests : IDisposable
{
    private static readonly SnapshotStamp Stamp = new(World.UnitedNations, 1, 2, 3);

    private readonly string _path = Path.Combine(Directory.CreateTempSubdirectory("openupr").FullName, "search.index");
    private readonly SearchIndex _index = Build(GeneratedRows.Make(6, 200));

    [Fact]
    public void A_snapshot_gives_the_same_index_again()
    {
        SnapshotFile.TryWrite(_path, Stamp, _index.Table);
        var again = new SearchIndex(SnapshotFile.TryRead(_path, Stamp)!, Reference);
        foreach (var query in new[] { Query("rights -torture"), Query("ratif* kind:all sur:CUB"), SearchQuery.Everything })
        {
            var (a, b) = (_index.Run(query, new SearchPage()), again.Run(query, new SearchPage()));
            Assert.Equal((a.Pairs, a.Texts, a.Paragraphs), (b.Pairs, b.Texts, b.Paragraphs));
            Assert.Equal(a.Ids, b.Ids);
            Assert.Equal(a.Facets.SelectMany(f => f.Values), b.Facets.SelectMany(f => f.Values));
        }
    }

    [Fact]
    public void A_snapshot_of_another_moment_world_or_store_is_not_used()
    {
        SnapshotFile.TryWrite(_path, Stamp, _index.Table);
        Assert.Null(SnapshotFile.TryRead(_path, Stamp with { Sequence = 9 }));
        Assert.Null(SnapshotFile.TryRead(_path, Stamp with { World = World.Demo }));
        Assert.Null(SnapshotFile.TryRead(_path, Stamp with { Store = 9 }));
        Assert.Null(SnapshotFile.TryRead(_path, Stamp with { LastId = 9 }));
        Assert.Null(SnapshotFile.TryRead(_path + ".none", Stamp));
    }

    [Fact]
    public void A_damaged_snapshot_is_not_used()
    {
        SnapshotFile.TryWrite(_path, Stamp, _index.Table);
        var whole = File.ReadAllBytes(_path);
        var random = new Random(1);
        for (var i = 0; i < 300; i++)
        {
            var damaged = (byte[])whole.Clone();
            var at = random.Next(damaged.Length);
            damaged[at] ^= (byte)(1 << random.Next(8));
            File.WriteAllBytes(_path, i % 3 == 0 ? whole[..at] : damaged);
            Assert.Null(SnapshotFile.TryRead(_path, Stamp));
        }
    }

    [Fact]
    public void A_folder_that_cannot_be_written_to_does_not_matter() => SnapshotFile.TryWrite(Path.Combine(_path, "no", "such", "folder"), Stamp, _index.Table);

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_path)!, recursive: true);
}
