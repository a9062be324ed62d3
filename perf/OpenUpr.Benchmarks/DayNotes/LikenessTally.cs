using System.Globalization;
using OpenUpr.Planning.ReviewDay;
using OpenUpr.Search;

namespace OpenUpr.Benchmarks.DayNotes;

/// <summary>Counts for one share of words left out.</summary>
internal sealed class LikenessTally(double lost)
{
    private readonly int[] _own = new int[4];
    private readonly int[] _other = new int[4];
    private int _notes;
    private int _first;
    private int _sure;
    private int _sureRight;

    public double Lost => lost;

    /// <summary>Of those called sure, the share that is the note's own text.</summary>
    public double SureRight => _sure == 0 ? 0 : (double)_sureRight / _sure;

    public void Add(IReadOnlyList<IndexRow> rows, int own, IReadOnlyList<Alike> found)
    {
        _notes++;
        var (mine, other) = (found.Where(f => IsSame(f)).Select(f => (double?)f.Score).FirstOrDefault(), found.Where(f => !IsSame(f)).Select(f => (double?)f.Score).FirstOrDefault());
        _own[(int)Likenesses.Of(mine)]++;
        _other[(int)Likenesses.Of(other)]++;
        _first += mine is not null && (other is null || mine >= other) ? 1 : 0;
        if (found.Count > 0 && Likenesses.Of(found[0].Score) == Likeness.Sure)
        {
            _sure++;
            _sureRight += IsSame(found[0]) ? 1 : 0;
        }

        // A State sometimes said the same twice: either is right.
        bool IsSame(Alike one) => one.Id == own || rows[(int)one.Id].Text == rows[own].Text;
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"| {lost:P0} | {_notes:N0} | {Share(_first)} | {Share(_own[3])} | {Share(_own[2])} | {Share(_own[1])} | {Share(_own[0])} | {Share(_other[3])} | {Share(_other[2])} | {Share(_other[1])} | {Share(_other[0])} |");

    private string Share(int count) => ((double)count / _notes).ToString("P1", CultureInfo.InvariantCulture);
}
