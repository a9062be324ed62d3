using OpenUpr.Coalitions;
using OpenUpr.Drafting;
using OpenUpr.Tests.Coalitions;
using OpenUpr.Tests.Storage;

namespace OpenUpr.Tests.Drafting;

/// <summary>Two writers, one draft, a bad connection: what was acknowledged is there.</summary>
public sealed class TwoWritersTests
{
    /// <summary>Changes that the two send together, on each database.</summary>
    private const int Edits = 250;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [OnEachDatabase]
    public async Task No_acknowledged_word_is_lost(Provider provider)
    {
        await using var test = await TestRooms.CreateAsync(provider);
        var rooms = test.Rooms;
        var (lucas, amara) = (await test.AsAsync("lucas"), await test.AsAsync("amara"));
        var id = (await DraftWriting.AddAsync(rooms, lucas, new DraftWish("Begin here", null, null, null, [], null, null, "first"), Cancel)).Id;
        var (one, two) = (new Writer(rooms, lucas, id, "l", 1), new Writer(rooms, amara, id, "a", 2));
        await Task.WhenAll(one.WriteAsync(Edits / 2), two.WriteAsync(Edits / 2));

        var view = (await DraftRows.ReadAsync(rooms.Store, lucas, id, Cancel))!;
        var words = view.Draft.Text.Split(' ').ToHashSet();
        var stands = one.Written.Concat(two.Written).Except(one.TakenOut).Except(two.TakenOut).ToList();
        Assert.DoesNotContain(stands, w => !words.Contains(w));
        var ever = view.Versions.SelectMany(v => v.Version.Text.Split(' ')).ToHashSet();
        Assert.DoesNotContain(one.Written.Concat(two.Written), w => !ever.Contains(w));
        Assert.Equal(Enumerable.Range(1, view.Draft.Number), view.Versions.Select(v => v.Version.Number).Reverse());

        // The test would show nothing if the two had not met, or the connection had held.
        Assert.True(one.Clashes + two.Clashes >= 10 && one.Lost + two.Lost >= 20, $"{one.Clashes + two.Clashes} clashes, {one.Lost + two.Lost} answers lost");
    }

    /// <summary>Somebody who adds a word of their own now and again takes one out, whose connection breaks, and who sends again what was not acknowledged.</summary>
    private sealed class Writer(Rooms rooms, CoalitionAccess access, long draft, string sign, int seed)
    {
        private readonly Random _random = new(seed);

        /// <summary>Words of acknowledged changes.</summary>
        public HashSet<string> Written { get; } = [];

        public HashSet<string> TakenOut { get; } = [];

        public int Clashes { get; private set; }

        public int Lost { get; private set; }

        public async Task WriteAsync(int edits)
        {
            var text = "";
            var number = 0;
            for (var i = 0; i < edits; i++)
            {
                // A form stays open for a while: not every change begins with the newest version.
                if (number == 0 || _random.Next(3) > 0)
                {
                    var newest = (await DraftRows.ReadAsync(rooms.Store, access, draft, Cancel))!;
                    (text, number) = (newest.Draft.Text, newest.Draft.Number);
                }

                (text, number) = await SendAsync(text, number, $"{sign}{i}");
            }
        }

        private async Task<(string Text, int Number)> SendAsync(string before, int number, string word)
        {
            var words = before.Split(' ').ToList();
            var gone = words.Count > 25 ? words[_random.Next(words.Count)] : null;
            words.Remove(gone ?? "");
            words.Insert(_random.Next(words.Count + 1), word);
            var (text, client) = (string.Join(' ', words), $"{sign}-{word}");
            while (true)
            {
                var (outcome, clash) = (default(Outcome), default(DraftClash));

                // The request is lost on its way, or the answer is: the writer cannot tell, and sends the same form again.
                var isLost = _random.Next(4) == 0;
                if (!isLost || _random.Next(2) == 0)
                {
                    (outcome, clash) = await DraftWriting.SaveAsync(rooms, access, draft, new DraftWish(text, null, null, null, [], null, number, client), Cancel);
                }

                if (isLost)
                {
                    Lost++;
                    continue;
                }

                if (outcome.IsDone)
                {
                    Written.Add(word);
                    TakenOut.UnionWith(gone is null ? [] : [gone]);
                    return (text, number);
                }

                Assert.Equal(Refusal.Conflict, outcome.Refused);
                Clashes++;
                (text, number) = (clash!.Merged.Text, clash.Theirs.Number);
            }
        }
    }
}
