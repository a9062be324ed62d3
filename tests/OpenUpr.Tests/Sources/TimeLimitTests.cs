using OpenUpr.Sources;
using Xunit;

namespace OpenUpr.Tests.Sources;

public sealed class TimeLimitTests
{
    [Fact]
    public void A_sequence_in_time_comes_through_in_its_order() =>
        Assert.Equal(Enumerable.Range(0, 5_000), Read(Enumerable.Range(0, 5_000)));

    [Fact]
    public void A_reader_that_hangs_is_left_behind()
    {
        using var release = new ManualResetEventSlim();
        var error = Assert.Throws<SourceException>(() => Read(Hanging(), seconds: 1).Count());
        Assert.Equal("too slow", error.Message);
        release.Set();

        IEnumerable<int> Hanging()
        {
            yield return 1;
            release.Wait(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public void What_the_reader_throws_arrives()
    {
        Assert.Throws<SourceException>(() => Read(Broken()).Count());

        static IEnumerable<int> Broken()
        {
            yield return 1;
            throw new SourceException("broken");
        }
    }

    [Fact]
    public void A_reader_that_nobody_reads_on_ends()
    {
        var ended = new ManualResetEventSlim();
        Assert.Equal(0, Read(Endless()).First());
        Assert.True(ended.Wait(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken));

        IEnumerable<int> Endless()
        {
            try
            {
                for (var i = 0; ; i++)
                {
                    yield return i;
                }
            }
            finally
            {
                ended.Set();
            }
        }
    }

    private static IEnumerable<int> Read(IEnumerable<int> items, int seconds = 60) =>
        TimeLimit.Read(items, TimeSpan.FromSeconds(seconds), "too slow", TestContext.Current.CancellationToken);
}
