using Oms.Engine.Language;

namespace Oms.Engine.Validation;

/// <summary>A rule that goes through each document with a visitor of its own.</summary>
/// <param name="create">Makes a visitor.</param>
/// <param name="isCacheable">Whether what it says is of the document alone.</param>
internal sealed class VisitorRule(Func<DocumentValidatorVisitor> create, bool isCacheable) : IDocumentValidatorRule
{
    /// <inheritdoc/>
    public bool IsCacheable => isCacheable;

    /// <inheritdoc/>
    public void Validate(DocumentValidatorContext context, DocumentNode document) => create().Visit(context, document);
}
