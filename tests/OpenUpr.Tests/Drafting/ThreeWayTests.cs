using OpenUpr.Drafting;

namespace OpenUpr.Tests.Drafting;

/// <summary>Two changes of one text put together word by word.</summary>
public sealed class ThreeWayTests
{
    private const string Base = "Abolish the death penalty and commute all sentences";

    [Theory]
    [InlineData("Abolish the death penalty in law and commute all sentences", "Abolish the death penalty and commute all sentences by 2029", "Abolish the death penalty in law and commute all sentences by 2029", 0)]
    [InlineData("Abolish the death penalty by 2028 and commute all sentences", "Abolish the death penalty by 2030 and commute all sentences", "Abolish the death penalty by 2030 2028 and commute all sentences", 1)]
    [InlineData("Abolish the death penalty", Base, "Abolish the death penalty", 0)]
    [InlineData("Abolish the death penalty", "Abolish the death penalty and commute most sentences", "Abolish the death penalty and commute most sentences", 1)]
    [InlineData(Base + " now", Base + " soon", Base + " soon now", 1)]
    [InlineData(Base, "", "", 0)]
    [InlineData("Now " + Base, "Please " + Base, "Please Now " + Base, 1)]
    [InlineData("Abolish\nthe death penalty and commute all sentences", "Abolish the death penalty and commute every sentence", "Abolish\nthe death penalty and commute every sentence", 0)]
    public void What_one_side_changed_is_taken_and_what_both_changed_is_kept_twice(string mine, string theirs, string merged, int conflicts)
    {
        var result = ThreeWay.Merge(Base, mine, theirs);
        Assert.Equal((merged, conflicts), (result.Text, result.Parts.Count(p => p.Of == PartOf.Conflict)));
        Assert.Equal(conflicts > 0, result.HasConflict);
    }

    [Fact]
    public void No_word_that_either_side_wrote_is_lost_and_none_that_one_took_out_comes_back()
    {
        var random = new Random(20261122);
        for (var round = 0; round < 2_000; round++)
        {
            var origin = Enumerable.Range(0, random.Next(30)).Select(i => $"w{i}").ToList();
            var (mine, theirs) = (Change(random, origin, "m"), Change(random, origin, "t"));
            var result = ThreeWay.Merge(Join(origin), Join(mine), Join(theirs));
            var words = result.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            Assert.Empty(mine.Except(origin).Concat(theirs.Except(origin)).Concat(origin.Where(w => mine.Contains(w) && theirs.Contains(w))).Except(words));
            Assert.Empty(words.Except([.. mine, .. theirs]));
            if (!result.HasConflict)
            {
                Assert.DoesNotContain(words, w => origin.Contains(w) && !(mine.Contains(w) && theirs.Contains(w)));
                Assert.Equal(words.Length, words.Distinct().Count());
            }

            Assert.Equal(words.Order(), ThreeWay.Merge(Join(origin), Join(theirs), Join(mine)).Text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order());
            Assert.Equal((Join(theirs), Join(mine), Join(mine)), (ThreeWay.Merge(Join(origin), Join(origin), Join(theirs)).Text, ThreeWay.Merge(Join(origin), Join(mine), Join(origin)).Text, ThreeWay.Merge(Join(origin), Join(mine), Join(mine)).Text));
        }
    }

    [Fact]
    public void Each_side_can_be_read_from_the_parts_as_it_was_written()
    {
        var random = new Random(7);
        for (var round = 0; round < 300; round++)
        {
            var origin = Enumerable.Range(0, 20).Select(i => $"{(char)('a' + random.Next(5))}").ToList();
            var (mine, theirs) = (Change(random, origin, "m"), Change(random, origin, "t"));
            var parts = ThreeWay.Merge(Join(origin), Join(mine), Join(theirs)).Parts;
            Assert.Equal(Join(mine).Split(' '), Join(parts.Select(p => p.Mine.Trim()).Where(p => p.Length > 0)).Split(' '));
            Assert.Equal(Join(theirs).Split(' '), Join(parts.Select(p => p.Theirs.Trim()).Where(p => p.Length > 0)).Split(' '));
        }
    }

    [Fact]
    public void A_text_too_long_to_be_compared_is_one_conflict_with_both_sides_whole()
    {
        var (many, more) = (Join(Enumerable.Range(0, 3_000).Select(i => $"w{i}")), Join(Enumerable.Range(0, 3_000).Select(i => $"m{i}")));
        var result = ThreeWay.Merge(Join(Enumerable.Range(0, 3_000).Select(i => $"o{i}")), many, more);
        Assert.Equal($"{more} {many}", result.Text);
        Assert.Equal(many, ThreeWay.Merge("short", many, "short").Text);
    }

    [Fact]
    public void Small_changes_of_a_long_text_are_put_together()
    {
        var words = Enumerable.Range(0, 9_000).Select(i => $"w{i}").ToList();
        var (mine, theirs) = (words.Prepend("Mine"), words.Append("theirs"));
        var result = ThreeWay.Merge(Join(words), Join(mine), Join(theirs));
        Assert.False(result.HasConflict);
        Assert.Equal($"Mine {Join(words)} theirs", result.Text);
    }

    [Fact]
    public void States_and_sources_are_put_together_by_who_changed_them()
    {
        var origin = new DraftWords("text", "sdg", "5.2", null, ["XAR", "XNI"]);
        var (merged, _) = DraftWords.Merge(origin, origin with { Targets = ["XNI", "XUL"] }, origin with { Targets = ["XAR", "XNI", "XME"], Source = "5.3" });
        Assert.Equal(("sdg", "5.3"), (merged.SourceKind, merged.Source));
        Assert.Equal(["XME", "XNI", "XUL"], merged.Targets);
    }

    private static string Join(IEnumerable<string> words) => string.Join(' ', words);

    /// <summary>A few words taken out, a few of the side's own put in.</summary>
    private static List<string> Change(Random random, List<string> words, string side)
    {
        var changed = new List<string>(words);
        for (var i = random.Next(5); i > 0 && changed.Count > 0; i--)
        {
            changed.RemoveAt(random.Next(changed.Count));
        }

        for (var i = random.Next(5); i > 0; i--)
        {
            changed.Insert(random.Next(changed.Count + 1), $"{side}{i}");
        }

        return changed;
    }
}
