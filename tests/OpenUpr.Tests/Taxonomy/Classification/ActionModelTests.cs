using System.Text;
using OpenUpr.Taxonomy.Classification;

namespace OpenUpr.Tests.Taxonomy.Classification;

public sealed class ActionModelTests
{
    private static readonly Lazy<byte[]> s_trained = new(() => Bytes(InventedExport.Examples()));

    [Theory]
    [InlineData("Consider repairing the windmills of the south", "3")]
    [InlineData("Continue to care for the windmills of the south", "2")]
    [InlineData("Ratify the convention on windmills", "5")]
    [InlineData("Strengthen the windmills of the south", "4")]
    public void What_training_showed_is_recognised_in_new_words(string text, string category)
    {
        var found = Model().Predict(Words(text));
        Assert.Equal(category, found.Value);
        Assert.InRange(found.Confidence, 0.2, 1);
    }

    [Fact]
    public void The_reason_names_the_opening_verb_and_its_place_in_the_codebook()
    {
        var reasons = new List<Reason>();
        Model().Explain(Words("Consider repairing the windmills"), reasons);
        Assert.Contains(reasons, r => r is { Code: "opens-with", Words: "Consider", Detail: "3", Value: "3", Weight: > 0 });
    }

    [Fact]
    public void Probabilities_add_up_to_one_for_any_text()
    {
        var model = Model();
        foreach (var text in new[] { "", "?!", "Continue", string.Join(' ', Enumerable.Repeat("strengthen and", 900)), "強化する法律" })
        {
            var shares = new float[5];
            var best = model.Shares(Words(text), shares);
            Assert.Equal(1, shares.Sum(), 3);
            Assert.Equal(shares.Max(), shares[best]);
        }
    }

    [Fact]
    public void The_same_examples_give_the_same_bytes() => Assert.Equal(s_trained.Value, Bytes(InventedExport.Examples()));

    [Fact]
    public void A_stopped_training_ends() => Assert.ThrowsAny<OperationCanceledException>(
        () => ActionModel.Train(InventedExport.Examples(), _ => { }, new CancellationToken(canceled: true)));

    [Fact]
    public void Several_threads_get_what_one_gets()
    {
        var model = Model();
        var texts = InventedExport.Examples().Select(e => e.Text).ToList();
        var alone = texts.ConvertAll(t => model.Predict(Words(t)));
        Assert.Equal(alone, texts.AsParallel().AsOrdered().Select(t => model.Predict(Words(t))).ToList());
    }

    private static ActionModel Model() => ActionModel.Read(new BinaryReader(new MemoryStream(s_trained.Value)));

    private static TextWords Words(string text)
    {
        var words = new TextWords();
        words.Read(text);
        return words;
    }

    private static byte[] Bytes(IReadOnlyList<TrainingExample> examples)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream, Encoding.UTF8);
        ActionModel.Train(examples, _ => { }, TestContext.Current.CancellationToken).Write(writer);
        return stream.ToArray();
    }
}
