package dev.easel.template;

/// Something in a template that cannot be read or built here. The message is a sentence for the
/// person who wrote the template.
public final class TemplateException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public TemplateException(String message) {
        super(message);
    }
}
