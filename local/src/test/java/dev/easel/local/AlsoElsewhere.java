package dev.easel.local;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Tests that speak to AWS and to nothing of ours behind it: with `-Plocalstack` and
/// `-Pendpoint -Dendpoint=URL` they run against that one, too.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("elsewhere")
@ExtendWith(NotEnforced.class)
public @interface AlsoElsewhere {}
