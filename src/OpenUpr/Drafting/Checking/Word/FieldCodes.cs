using OpenUpr.Sources.Docx;

namespace OpenUpr.Drafting.Checking.Word;

/// <summary>Fields and what their codes say (ECMA-376, part 1, 17.16): a page's number, a table of contents.</summary>
internal sealed class FieldCodes
{
    private readonly FieldStack _open = new();
    private int _depth;
    private int _contentsDepth;

    public bool IsHidden => _open.IsHidden;

    public bool HasPageNumber { get; private set; }

    /// <summary>True within a table of contents.</summary>
    public bool IsContents => _contentsDepth > 0;

    public void Turn(string? type)
    {
        switch (type)
        {
            case "begin":
                _open.Begin();
                _depth++;
                break;
            case "separate":
                _open.Separate();
                break;
            case "end":
                _open.End();
                _depth--;
                _contentsDepth = _depth < _contentsDepth ? 0 : _contentsDepth;
                break;
        }
    }

    public void Code(string code)
    {
        var words = code.Split(' ', 3, StringSplitOptions.RemoveEmptyEntries);
        HasPageNumber |= words is ["PAGE" or "page", ..];
        if (words is ["TOC" or "toc", ..] && _contentsDepth == 0)
        {
            _contentsDepth = Math.Max(1, _depth);
        }
    }
}
