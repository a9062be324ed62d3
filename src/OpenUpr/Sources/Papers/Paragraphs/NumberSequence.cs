using System.Globalization;

namespace OpenUpr.Sources.Papers.Paragraphs;

/// <summary>Follows a paper's numbers and says which of the numbers that open lines count.</summary>
internal sealed class NumberSequence(PageForm page)
{
    private const int LargestGap = 4;
    private const double Near = 6;

    private readonly ItemSequence items = new();
    private int last;
    private int lastItem;
    private double mainLeft = double.NaN;
    private double itemLeft = double.NaN;
    private (int Number, double Left) stray;
    private (string Stem, int Last) dotted = ("", 0);

    /// <summary>The numbered paragraph that was opened last; null before the first.</summary>
    public string? Current { get; private set; }

    /// <summary>The place of the paragraph that this number opens; null where it opens none. A number that counts moves the sequence on.</summary>
    public NumberPlace? Accept(Marker marker, Opening opening) => marker.Form switch
    {
        MarkerForm.Number => AcceptNumber(marker, opening),
        MarkerForm.Dotted => AcceptDotted(marker, opening),
        MarkerForm.Letter when Current is not null => items.Accept(marker.Value, opening) is { } path ? new NumberPlace(Current, path, true) : null,
        MarkerForm.Bullet when IsFree(opening) && opening.IsApart is not false => new NumberPlace(Current, items.Path, true),
        _ => null,
    };

    /// <summary>The place of "(a)" behind the number that was accepted last.</summary>
    public NumberPlace FirstLetter() => new(Current, items.First(), true);

    private NumberPlace? AcceptNumber(Marker marker, Opening opening)
    {
        var (number, left) = (marker.Last, page.LeftOf(opening.Line));
        var isNext = number == last + 1 && (IsFree(opening) || (opening.IsApart is null && !(Math.Abs(left - mainLeft) > Near) && marker.Printed.EndsWith('.')));
        var isMain = isNext && !IsFar(left, itemLeft, mainLeft, number == lastItem + 1);
        if (isMain || IsAfterGap(number, left, marker, opening) || IsFoundAgain(number, left, opening))
        {
            return Main(number, left);
        }

        return Current is not null && IsFree(opening) && IsItem(number, left, opening) ? Item(number, left) : null;
    }

    // Where both sequences could go on with this number, its place on the line decides.
    private static bool IsFar(double left, double item, double main, bool both) => both && !double.IsNaN(item) && Math.Abs(left - item) < Math.Abs(left - main);

    private bool IsAfterGap(int number, double left, Marker marker, Opening opening) => last > 0 && number > last + 1 && number <= last + LargestGap && number != lastItem + 1
        && opening.IsApart is not false && opening.EndsAbove && marker.Printed.EndsWith('.') && !opening.IsWord && Math.Abs(left - mainLeft) < Near;

    // A number was not seen, and with it the sequence was lost: two that follow each other at the same place take it up again.
    private bool IsFoundAgain(int number, double left, Opening opening)
    {
        if (number <= last + 1 || opening.IsApart is not true || opening.IsWord || number == lastItem + 1)
        {
            return false;
        }

        var follows = stray.Number == number - 1 && Math.Abs(stray.Left - left) < Near && (double.IsNaN(mainLeft) || Math.Abs(left - mainLeft) < Near);
        stray = (number, left);
        return follows;
    }

    private bool IsItem(int number, double left, Opening opening)
    {
        if (!opening.IsWord && left < mainLeft - Near)
        {
            return false;
        }

        var indented = !opening.IsWord && left > mainLeft + Near;
        return number == 1
            ? opening.Announced || indented
            : number == lastItem + 1 || (number > lastItem && number <= lastItem + LargestGap && lastItem > 0 && opening.EndsAbove && (indented || opening.IsWord));
    }

    private NumberPlace Main(int number, double left)
    {
        (last, mainLeft, itemLeft) = (number, left, double.NaN);
        Current = number.ToString(CultureInfo.InvariantCulture);
        items.Clear();
        return new NumberPlace(Current, [], false);
    }

    private NumberPlace Item(int number, double left)
    {
        (lastItem, itemLeft) = (number, left);
        return new NumberPlace(Current, items.Enter(number), true);
    }

    private NumberPlace? AcceptDotted(Marker marker, Opening opening)
    {
        var stem = marker.Stem;
        var main = int.Parse(stem.Split('.')[0], CultureInfo.InvariantCulture);
        var follows = stem == dotted.Stem ? marker.Last > dotted.Last && marker.Last <= dotted.Last + LargestGap : marker.Last <= LargestGap;
        if (main < last || main > last + 2 || !follows || !(opening.IsApart is not false || opening.EndsAbove))
        {
            return null;
        }

        (last, dotted, lastItem) = (main, (stem, marker.Last), 0);
        Current = marker.Value;
        items.Clear();
        return new NumberPlace(Current, [], false);
    }

    // A number in the middle of a sentence that happens to open a line: "paragraph / 12. The".
    private static bool IsFree(Opening opening) => opening.IsWord || opening.IsApart is true || opening.EndsAbove;
}
