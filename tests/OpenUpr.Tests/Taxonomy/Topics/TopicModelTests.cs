using OpenUpr.Taxonomy.Classification;
using OpenUpr.Taxonomy.Topics;

namespace OpenUpr.Tests.Taxonomy.Topics;

/// <summary>What the map alone, and a model that learned from invented lists, read in a text.</summary>
public class TopicModelTests
{
    [Theory]
    [InlineData("Register the birth of all children and issue a birth certificate free of charge", "16", "16.9")]
    [InlineData("Combat human trafficking", "8", "8.7")]
    [InlineData("Raise the minimum age of marriage to 18 for all", "5", "5.3")]
    [InlineData("Provide safe drinking water to every village", "6", "6.1")]
    [InlineData("Abolish child labour", "8", "8.7")]
    [InlineData("Establish a national human rights institution in line with the Paris Principles", "16", "16.a")]
    [InlineData("Reduce maternal mortality", "3", "3.1")]
    [InlineData("Guarantee twelve years of free primary and secondary education", "4", "4.1")]
    [InlineData("Combat corruption", "16", "16.5")]
    public void A_phrase_of_a_target_gives_the_target_and_its_goal(string text, string goal, string target)
    {
        var sdgs = Predict(TopicModel.OfMap, text).Sdgs;
        Assert.Contains(goal, sdgs.Select(s => s.Value));
        Assert.Contains(target, sdgs.Select(s => s.Value));
        Assert.True(sdgs.Single(s => s.Value == target).Confidence < sdgs.Single(s => s.Value == goal).Confidence, "A target is never surer than its goal.");
    }

    [Theory]
    [InlineData("Improve the working environment of journalists", "13")]
    [InlineData("End the culture of impunity", "11")]
    [InlineData("Combat violence against women", "10")]
    [InlineData("Provide legal aid", "17")]
    public void Words_inside_a_longer_phrase_do_not_count_for_themselves(string text, string goal) =>
        Assert.DoesNotContain(goal, Predict(TopicModel.OfMap, text).Sdgs.Select(s => s.Value));

    [Theory]
    [InlineData("Continue its efforts")]
    [InlineData("")]
    [InlineData("…")]
    public void A_text_about_nothing_has_no_goals(string text) => Assert.Empty(Predict(TopicModel.OfMap, text).Sdgs);

    [Fact]
    public void Themes_and_persons_go_by_slug()
    {
        var read = Predict(TopicModel.OfMap, "Protect refugees from torture in prisons");
        Assert.Contains("refugees", read.Persons.Select(p => p.Value));
        Assert.Contains("torture", read.Themes.Select(t => t.Value));
        Assert.All(read.Themes.Concat(read.Persons).Concat(read.Sdgs), l => Assert.InRange(l.Confidence, 0.3, 0.9));
    }

    [Fact]
    public void An_issue_that_the_classifier_read_speaks_for_its_goals()
    {
        const string Text = "Protect women";
        var without = Confidence(Predict(TopicModel.OfMap, Text), "5");
        Assert.True(without > 0);
        Assert.True(Confidence(Predict(TopicModel.OfMap, Text, [new ScoredLabel("womens-rights", 0.95)]), "5") > without + 0.1);
    }

    [Fact]
    public void Reasons_quote_the_words_and_name_the_source()
    {
        var (words, reasons) = (Words("Ratify the convention and combat human trafficking"), new List<Reason>());
        TopicModel.OfMap.Explain(words, [new ScoredLabel("trafficking", 0.9)], reasons);
        var phrase = Assert.Single(reasons, r => r is { Scheme: "sdg", Value: "8", Code: "topic-phrase" });
        Assert.Equal("human trafficking", phrase.Words);
        Assert.StartsWith("A/RES/70/1", phrase.Detail);
        Assert.Contains(reasons, r => r is { Value: "8", Code: "topic-issue", Detail: "Trafficking" });
    }

    [Fact]
    public void Lists_that_agree_move_the_map()
    {
        var model = TopicModel.Train([.. InventedList("one"), .. InventedList("two"), .. InventedList("three")], _ => [], _ => { }, cancel: TestContext.Current.CancellationToken);
        Assert.Contains("14", Predict(model, "Repaint the lighthouse on the southern cape").Sdgs.Select(s => s.Value));
        Assert.DoesNotContain("14", Predict(model, "Repaint the old bridge").Sdgs.Select(s => s.Value));
        Assert.DoesNotContain("14", Predict(TopicModel.OfMap, "Repaint the lighthouse on the southern cape").Sdgs.Select(s => s.Value));
        Assert.Equal(["one", "three", "two"], model.Lists);
    }

    [Fact]
    public void What_every_row_of_one_list_has_is_not_learned()
    {
        var everywhere = InventedList("one").Select(r => r with { Persons = ["public-officials"] });
        var model = TopicModel.Train([.. everywhere, .. InventedList("two")], _ => [], _ => { }, cancel: TestContext.Current.CancellationToken);
        Assert.DoesNotContain("public-officials", Predict(model, "Repaint the lighthouse").Persons.Select(p => p.Value));
    }

    [Fact]
    public void A_model_reads_the_same_after_it_was_written()
    {
        var model = TopicModel.Train([.. InventedList("one"), .. InventedList("two")], _ => [], _ => { }, cancel: TestContext.Current.CancellationToken);
        var bytes = Bytes(model);
        using var reader = new BinaryReader(new MemoryStream(bytes));
        var again = TopicModel.Read(reader);
        Assert.Equal(bytes, Bytes(again));
        Assert.True(bytes.Length < 1_000_000, $"{bytes.Length} bytes");
        Assert.Equal(Predict(model, "Repaint the lighthouse for women").Sdgs, Predict(again, "Repaint the lighthouse for women").Sdgs);
    }

    [Fact]
    public void Damaged_bytes_are_refused()
    {
        var bytes = Bytes(TopicModel.OfMap);
        bytes[0] = 99;
        using var newer = new BinaryReader(new MemoryStream(bytes));
        Assert.Throws<InvalidDataException>(() => TopicModel.Read(newer));
    }

    private static IEnumerable<TopicRow> InventedList(string name) => Enumerable.Range(0, 24).Select(i => new TopicRow(
        name,
        i % 2 == 0 ? $"Repaint the lighthouse number {i}" : $"Repaint the bridge number {i}",
        i % 2 == 0 ? [14] : [9],
        ["environment"],
        []));

    private static TopicPrediction Predict(TopicModel model, string text, IReadOnlyList<ScoredLabel>? issues = null) => model.Predict(Words(text), issues ?? []);

    private static double Confidence(TopicPrediction read, string sdg) => read.Sdgs.Where(s => s.Value == sdg).Select(s => s.Confidence).SingleOrDefault();

    private static TextWords Words(string text)
    {
        var words = new TextWords();
        words.Read(text);
        return words;
    }

    private static byte[] Bytes(TopicModel model)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        model.Write(writer);
        writer.Flush();
        return stream.ToArray();
    }
}
