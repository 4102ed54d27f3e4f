package dev.cloakroom.runtime.view;

import java.time.Instant;

/**
 * A user's tap on a component that stands for an API, as the host saw it in its own tree.
 *
 * @param page the page that it happened on
 * @param node the component
 * @param api what the component stands for, WeChat's name without {@code wx.}
 * @param at when
 */
public record Gesture(int page, int node, String api, Instant at) {}
